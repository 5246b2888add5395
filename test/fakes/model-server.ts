import { type ChatCompletionRequest, type FixtureFileResponse, type FixtureOpts, LLMock } from '@copilotkit/aimock';

/** What the server does with one request; used up in order, the last one for ever. */
export type Served =
  | { readonly text: string; readonly usage?: Usage; readonly finish?: 'stop' | 'length' | 'content_filter' }
  | { readonly calls: readonly { readonly tool: string; readonly input: object | string }[] }
  | { readonly status: number; readonly retryAfter?: number }
  /** The connection is lost in the midst of this text. */
  | { readonly cut: string }
  | 'empty'
  | 'malformed'
  /** Nothing comes for half a minute. */
  | 'hang';

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

export interface ModelServer {
  /** With the version, as `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** What it does from now on, instead of what it was told before. */
  serve(...next: readonly Served[]): void;
  /** Bodies as they came in, in the shape of chat completions whichever interface was used. */
  requests(): readonly ChatCompletionRequest[];
  close(): Promise<void>;
}

/** A server with OpenAI's interfaces, over HTTP. */
export async function startModelServer(): Promise<ModelServer> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1', strict: true, logLevel: 'silent' });
  await mock.start();
  return {
    baseUrl: `${mock.url}/v1`,
    apiKey: 'sk-a-key-of-the-tests',
    serve(...next) {
      mock.clearFixtures();
      const from = mock.getRequests().length;
      next.forEach((served, index) => {
        const last = index === next.length - 1;
        const isNext = (): boolean => {
          const at = mock.getRequests().length - from;
          return last ? at >= index : at === index;
        };
        const { response, options } = fixtureOf(served);
        mock.on({ predicate: isNext }, response, options);
      });
    },
    requests: () => mock.getRequests().flatMap(({ body }) => (body ? [body as ChatCompletionRequest] : [])),
    close: () => mock.stop(),
  };
}

interface Fixture {
  readonly response: FixtureFileResponse;
  readonly options?: FixtureOpts;
}

function fixtureOf(served: Served): Fixture {
  if (served === 'empty') return { response: { content: '' } };
  if (served === 'malformed') return { response: { content: 'x' }, options: { chaos: { malformedRate: 1 } } };
  if (served === 'hang') return { response: { content: 'too late' }, options: { latency: 30_000 } };
  if ('cut' in served)
    return { response: { content: served.cut }, options: { chunkSize: 8, latency: 20, truncateAfterChunks: 3 } };
  if ('status' in served) return { response: failure(served) };
  if ('calls' in served) return { response: { toolCalls: served.calls.map(callOf) } };
  const { text: content, usage, finish } = served;
  const total_tokens = usage ? usage.prompt_tokens + usage.completion_tokens : 0;
  const counted = usage === undefined ? {} : { usage: { ...usage, total_tokens } };
  return { response: { content, ...counted, ...(finish && { finishReason: finish }) }, options: { chunkSize: 7 } };
}

function callOf({ tool, input }: { readonly tool: string; readonly input: object | string }) {
  return { name: tool, arguments: typeof input === 'string' ? input : JSON.stringify(input) };
}

/** The server's words quote what was sent: nothing of them may come further. */
function failure({ status, retryAfter }: { readonly status: number; readonly retryAfter?: number }) {
  const error = { message: 'you said: my number is 555-0100', type: 'server_error' };
  return { error, status, ...(retryAfter !== undefined && { retryAfter }) };
}
