import { Api, type Transformer } from 'grammy';

export interface ClientConfig {
  readonly token: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
}

/** grammY's client, whose calls fail with grammY's own errors and nothing else. */
export function createClient({ token, apiRoot }: ClientConfig, timeoutSeconds: number): Api {
  const api = new Api(token, { timeoutSeconds, apiRoot });
  api.config.use(onlyAnswers);
  return api;
}

/** A proxy may answer with JSON that grammY would look into and break at, which nobody would take for an outage. */
const onlyAnswers: Transformer = async (call, method, payload, signal) => {
  const answer: Awaited<ReturnType<typeof call<typeof method>>> | null = await call(method, payload, signal);
  if (typeof answer === 'object' && answer !== null) return answer;
  return { ok: false, error_code: 502, description: 'the answer is no object' };
};
