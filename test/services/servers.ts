import { describe, inject, it } from 'vitest';
import type { ServerName } from '../../scripts/services/binaries.ts';

export interface TestServer {
  readonly url: string;
  /** Meilisearch's master key. */
  readonly apiKey?: string;
}

/**
 * Declares tests that need a real server, shared by the whole run: use names of your own in it. To be awaited at the top of a file.
 * Without the server the tests are skipped and say why; with `REQUIRE_SERVICES=1` the file fails.
 */
export async function describeWith(
  name: ServerName,
  title: string,
  declare: (server: TestServer) => void | Promise<void>,
) {
  const server = await testServer(name);
  if ('url' in server) return describe(title, () => declare(server));
  if (process.env['REQUIRE_SERVICES'] === '1') throw new Error(server.missing);
  return describe(title, () => it.skip(`needs a server: ${server.missing}`));
}

async function testServer(name: ServerName): Promise<TestServer | { readonly missing: string }> {
  const response = await fetch(`${inject('serverDesk')}/${name}`);
  const answer = (await response.json()) as TestServer | { missing: string } | { failed: string };
  if ('failed' in answer) throw new Error(`${name} did not start: ${answer.failed}`);
  return answer;
}
