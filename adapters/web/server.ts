import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerErrors } from './errors.ts';
import { addSecurityHeaders } from './security-headers.ts';

export interface WebServerConfig {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How many proxies stand in front, whose `x-forwarded-for` is believed; without, every visitor behind one counts as the same. */
  readonly proxies?: number;
  /** Origins whose pages may show ours in a frame. */
  readonly embedIn?: readonly string[];
}

export interface WebServerDeps {
  readonly log: FastifyBaseLogger;
  /** What `/health` answers. A throw counts as not healthy. */
  health(): Promise<Health> | Health;
}

/** `healthy: false` is answered with 503, for load balancers; the rest is for people. */
export interface Health {
  readonly healthy: boolean;
  readonly [detail: string]: unknown;
}

export interface WebServer {
  /** Register routes here before `listen`. */
  readonly app: FastifyInstance;
  /** Resolves with the address that a browser opens. */
  listen(): Promise<string>;
  /** Answers what is being answered, for ten seconds at most, then resolves. New requests get 503. */
  close(): Promise<void>;
}

const mostClosingMs = 10_000;

/** Of any body; chat posts have a smaller limit of their own. */
const bodyLimit = 1024 * 1024;

export function createWebServer(config: WebServerConfig, deps: WebServerDeps): WebServer {
  const app = fastify({
    loggerInstance: deps.log,
    // A request's log line would hold the visitor's network address.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // A film of 10 MB takes a phone its time.
    requestTimeout: 120_000,
    trustProxy: (_address, hop) => hop < (config.proxies ?? 0),
    forceCloseConnections: 'idle',
  });
  addSecurityHeaders(app, config.embedIn ?? []);
  answerErrors(app);
  addHealth(app, deps);
  return {
    app,
    listen: () => app.listen({ host: config.host, port: config.port }),
    close: () => close(app),
  };
}

/** A connection that falls idle while the server closes would be kept open for the browser's next request. */
async function close(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const late = setTimeout(() => app.server.closeAllConnections(), mostClosingMs);
  await app.close().finally(() => {
    clearInterval(idle);
    clearTimeout(late);
  });
}

function addHealth(app: FastifyInstance, deps: WebServerDeps): void {
  app.get('/health', async (_request, reply) => {
    const health = await askHealth(deps);
    reply.header('cache-control', 'no-store');
    return reply.code(health.healthy ? 200 : 503).send(health);
  });
}

async function askHealth(deps: WebServerDeps): Promise<Health> {
  try {
    return await deps.health();
  } catch (error) {
    deps.log.error({ err: error }, 'the health check failed');
    return { healthy: false };
  }
}
