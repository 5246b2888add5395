import type { FastifyError, FastifyInstance } from 'fastify';

/** What every refusal of the server looks like. */
export interface Refusal {
  /** For programs. */
  readonly error: string;
  /** For people. */
  readonly message: string;
}

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    return reply.code(status).send(refusal(status));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(refusal(404)));
}

/** Never the error's own message: it may quote what was sent, or name what is inside. */
function refusal(status: number): Refusal {
  if (status === 413) return { error: 'too-large', message: 'That is too large to be sent.' };
  if (status === 404) return { error: 'not-found', message: 'There is nothing at this address.' };
  if (status === 503) return { error: 'unavailable', message: 'The shop is restarting. Please try again in a moment.' };
  if (status < 500) return { error: 'bad-request', message: 'That request cannot be read.' };
  return { error: 'failed', message: 'Something went wrong on our side. Please try again.' };
}
