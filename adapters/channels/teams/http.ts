import { Agent, request } from 'undici';
import { failureOfAnswer, TeamsError } from './failure.ts';

export interface Http {
  /** The answer's words when it is a good one; else throws `TeamsError`. */
  send(call: Call): Promise<{ readonly status: number; readonly body: string }>;
  /** An answer of any status, its body still to be read. */
  open(url: string, headers: Readonly<Record<string, string>>): ReturnType<typeof request>;
}

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Answers of the connector are a few hundred bytes; more is not looked at. */
const mostAnswer = 64 * 1024;

/** Connections are kept; a server that says nothing for `timeoutMs` counts as down. Nothing is tried again here. */
export function createHttp(timeoutMs: number): Http {
  const dispatcher = new Agent({ connectTimeout: timeoutMs, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const start = async ({ method, url, headers, body }: Call) => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const options = { method: method as 'POST', headers, body, dispatcher, signal };
      const answer = await request(url, options);
      const words = await readUpTo(answer.body, mostAnswer);
      const retryAfter = answer.headers['retry-after'];
      return { status: answer.statusCode, body: words, retryAfter: typeof retryAfter === 'string' ? retryAfter : null };
    } catch (error) {
      throw new TeamsError({ kind: 'outage', reason: `no answer: ${codeOf(error)}` });
    }
  };
  return {
    async send(call) {
      const answer = await start(call);
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw new TeamsError(failureOfAnswer(answer));
    },
    open: (url, headers) => request(url, { method: 'GET', headers, dispatcher }),
  };
}

async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The system's or the client's code alone: messages hold addresses. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
