import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOpenaiModeration } from '../../adapters/model/openai/openai-moderation.ts';

const never = new AbortController().signal;

async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const at = (baseUrl: string, timeoutMs = 5_000) =>
  createOpenaiModeration({ apiKey: 'k', baseUrl, model: 'omni-moderation-latest', timeoutMs });

describe('OpenAI’s moderation', () => {
  it('tells what is flagged, and for what', async () => {
    const mock = new LLMock({ host: '127.0.0.1', port: 0 });
    mock.onModerate(/hurt/, { flagged: true, categories: { hate: false, violence: true, harassment: true } });
    onTestFinished(() => mock.stop());
    const moderation = at(`${await mock.start()}/v1`);
    expect(await moderation.check('I will hurt you', never)).toEqual({ flagged: 'violence, harassment' });
    expect(await moderation.check('red shoes', never)).toBe('ok');
  });

  it.each([
    [200, '{"results":[]}', 'MODEL_FAILED'],
    [200, '<html>', 'MODEL_FAILED'],
    [200, '{"results":[{"flagged":"no"}]}', 'MODEL_FAILED'],
    [401, '{}', 'MODEL_KEY_REFUSED'],
    [500, '{}', 'MODEL_FAILED'],
  ])('that answers %i %s cannot tell', async (status, body, code) => {
    await expect(at(await answering(status, body)).check('hi', never)).rejects.toMatchObject({ code });
  });

  it('that is not there, or given up, cannot tell', async () => {
    await expect(at('http://127.0.0.1:1/v1').check('hi', never)).rejects.toMatchObject({ code: 'MODEL_UNREACHED' });
    const over = AbortSignal.abort();
    await expect(at(await answering(200, '{}')).check('hi', over)).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
  });
});
