import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createOpenaiModel } from '../../adapters/model/openai/openai-language-model.ts';
import { askedFor, languageModelContract } from '../contracts/language-model.ts';

for (const api of ['chat', 'responses'] as const) {
  languageModelContract({
    name: `OpenAI, ${api}`,
    open: ({ baseUrl, apiKey }) => createOpenaiModel({ baseUrl, apiKey, model: 'm', api }),
  });
}

/** Answers every request with these events. */
async function streaming<T>(events: readonly object[], use: (baseUrl: string) => Promise<T>): Promise<T> {
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  } finally {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

function delta(content: string, rest: object = {}) {
  return { choices: [{ index: 0, delta: { content }, finish_reason: null }], ...rest };
}

const stop = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };

describe('a stream of chat completions', () => {
  const ask = (events: readonly object[]) =>
    streaming(events, (baseUrl) =>
      createOpenaiModel({ baseUrl, apiKey: 'k', model: 'm', api: 'chat' }).ask(askedFor()),
    );

  it('that ends politely without its end mark is cut', async () => {
    await expect(ask([delta('It costs'), delta(' nothing')])).rejects.toMatchObject({ code: 'MODEL_CUT' });
  });

  it('that ran into its limit, or was filtered, is no answer', async () => {
    const end = (finish_reason: string) => ({ choices: [{ index: 0, delta: {}, finish_reason }] });
    await expect(ask([delta('I would'), end('length')])).rejects.toMatchObject({ code: 'MODEL_CUT' });
    await expect(ask([delta('I would'), end('content_filter')])).rejects.toMatchObject({ code: 'MODEL_REFUSED' });
  });

  it('of other shapes is malformed', async () => {
    await expect(ask([{ choices: [{ delta: 'hello' }] }, stop])).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    await expect(ask([{ choices: 'none' }])).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it('that tells of an error in its midst is an error', async () => {
    await expect(ask([delta('Hello'), { error: { message: 'overloaded' } }])).rejects.toMatchObject({
      code: 'MODEL_FAILED',
    });
  });

  it('tells what was cached; where nothing is counted, it is guessed from what was sent', async () => {
    const usage = { prompt_tokens: 90, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 64 } };
    const counted = await ask([delta('Hi.'), stop, { choices: [], usage }]);
    expect(counted.usage).toEqual({ input: 90, output: 4, cached: 64 });
    const guessed = await ask([delta('Hi.'), stop]);
    expect(guessed.usage.input).toBeGreaterThan(20);
    expect(guessed.usage.cached).toBe(0);
  });
});

describe('a stream of the Responses API', () => {
  const ask = (events: readonly object[]) =>
    streaming(events, (baseUrl) =>
      createOpenaiModel({ baseUrl, apiKey: 'k', model: 'm', api: 'responses' }).ask(askedFor()),
    );
  const text = { type: 'response.output_text.delta', delta: 'Hi.' };

  it('that ends politely without its end mark is cut', async () => {
    await expect(ask([text])).rejects.toMatchObject({ code: 'MODEL_CUT' });
    await expect(ask([text, { type: 'response.incomplete' }])).rejects.toMatchObject({ code: 'MODEL_CUT' });
  });

  it('that failed, or refuses, is an error', async () => {
    await expect(ask([text, { type: 'response.failed' }])).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    await expect(ask([{ type: 'response.refusal.done' }])).rejects.toMatchObject({ code: 'MODEL_REFUSED' });
  });

  it('of other shapes is malformed', async () => {
    await expect(ask([{ type: 'response.output_text.delta' }])).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it('tells what was cached', async () => {
    const usage = { input_tokens: 90, output_tokens: 4, input_tokens_details: { cached_tokens: 64 } };
    const { usage: counted } = await ask([text, { type: 'response.completed', response: { model: 'm-1', usage } }]);
    expect(counted).toEqual({ input: 90, output: 4, cached: 64 });
  });
});
