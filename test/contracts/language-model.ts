import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModel, ModelRequest } from '../../src/assistant/language-model.ts';
import { ModelError } from '../../src/assistant/model-error.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server.ts';

export interface LanguageModelHarness {
  readonly name: string;
  readonly open: (server: ModelServer) => LanguageModel;
}

export function askedFor(given: Partial<ModelRequest> = {}): ModelRequest {
  return {
    instructions: 'You help in a shop.',
    tools: [{ name: 'catalog_search', about: 'Find products.', input: { type: 'object', properties: {} } }],
    messages: [{ from: 'shopper', text: 'a red mug' }],
    shape: null,
    mostTokens: 200,
    asker: { customer: 'c1', conversation: 'webchat:shop:c1', key: 'k:1' },
    purpose: 'answer',
    signal: AbortSignal.timeout(10_000),
    ...given,
  };
}

/** What every language model must hold. */
export function languageModelContract({ name, open }: LanguageModelHarness): void {
  describe(`language model contract: ${name}`, () => {
    let server: ModelServer;
    let model: LanguageModel;
    beforeAll(async () => {
      server = await startModelServer();
      model = open(server);
    });
    afterAll(() => server.close());

    async function code(given: Partial<ModelRequest> = {}): Promise<string> {
      const error: unknown = await model.ask(askedFor(given)).catch((thrown: unknown) => thrown);
      if (!(error instanceof ModelError)) throw new Error('no ModelError');
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('555');
      return error.code;
    }

    it('gives the whole text, and shows it as it grows', async () => {
      server.serve({ text: 'Here is a fine red mug for you.' });
      const seen: string[] = [];
      const answer = await model.ask(askedFor({ onText: (text) => seen.push(text) }));
      expect(answer).toMatchObject({ text: 'Here is a fine red mug for you.', calls: [] });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen.at(-1)).toBe(answer.text);
      expect(seen.every((text) => answer.text.startsWith(text))).toBe(true);
      expect(answer.usage.input).toBeGreaterThan(0);
      expect(answer.usage.output).toBeGreaterThan(0);
    });

    it('gives the tools it calls, with their input read', async () => {
      const input = { text: 'red mug', limit: 3 };
      server.serve({
        calls: [
          { tool: 'catalog_search', input },
          { tool: 'catalog_search', input: {} },
        ],
      });
      const { calls, text } = await model.ask(askedFor());
      expect(text).toBe('');
      expect(calls.map((call) => [call.tool, call.input])).toEqual([
        ['catalog_search', input],
        ['catalog_search', {}],
      ]);
      expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    });

    it('sends instructions first, then the conversation with calls and results', async () => {
      server.serve({ text: 'Yes.' });
      const call = { id: 'call_1', tool: 'catalog_search', input: { text: 'mug' } };
      const messages: ModelRequest['messages'] = [
        { from: 'shopper', text: 'a mug' },
        { from: 'model', text: '', calls: [call] },
        { from: 'tool', call: 'call_1', result: '{"total":1}' },
      ];
      await model.ask(askedFor({ messages }));
      const sent = server.requests().at(-1)?.messages ?? [];
      expect(sent.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool']);
      expect(JSON.stringify(sent)).toContain('call_1');
    });

    it.each([
      ['an empty stream', 'empty', 'MODEL_EMPTY'],
      ['a connection lost in the midst', { cut: 'This is a long text that is never going to be whole' }, 'MODEL_CUT'],
      ['too many requests', { status: 429, retryAfter: 2 }, 'MODEL_LIMITED'],
      ['a server that fails', { status: 500 }, 'MODEL_FAILED'],
      ['a key that is not taken', { status: 401 }, 'MODEL_KEY_REFUSED'],
      ['a request that is not taken', { status: 400 }, 'MODEL_REFUSED'],
      ['a tool call that is no JSON', { calls: [{ tool: 'catalog_search', input: '{"text":' }] }, 'MODEL_FAILED'],
      ['a tool call that is no object', { calls: [{ tool: 'catalog_search', input: '[1]' }] }, 'MODEL_FAILED'],
    ] as const)('%s is an error, not an answer', async (_what, served, expected) => {
      server.serve(served);
      expect(await code()).toBe(expected);
    });

    it('a stream that is no stream is an error, not an answer', async () => {
      server.serve('malformed');
      expect(['MODEL_FAILED', 'MODEL_CUT', 'MODEL_EMPTY']).toContain(await code());
    });

    it('asks once: a failure is told at once, with how long the server wants to be left alone', async () => {
      server.serve({ status: 429, retryAfter: 2 });
      const before = server.requests().length;
      const error = await model.ask(askedFor()).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'MODEL_LIMITED', retryAfterMs: 2000 });
      expect(server.requests().length).toBe(before + 1);
    });

    it('gives up when it is told to, also in the midst of a stream', async () => {
      server.serve('hang');
      expect(await code({ signal: AbortSignal.timeout(150) })).toBe('MODEL_TIMEOUT');
      expect(await code({ signal: AbortSignal.abort() })).toBe('MODEL_TIMEOUT');
    });

    it('a server that is not there is unreached', async () => {
      const gone = await startModelServer();
      await gone.close();
      await expect(open(gone).ask(askedFor())).rejects.toMatchObject({ code: 'MODEL_UNREACHED' });
    });
  });
}
