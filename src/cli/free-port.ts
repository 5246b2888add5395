import { once } from 'node:events';
import { createServer } from 'node:net';

const tries = 20;

/** The first port from `port` on that nobody listens on; `null` when many in a row are taken. */
export async function freePort(host: string, port: number): Promise<number | null> {
  for (let next = port; next < Math.min(port + tries, 65_536); next++) if (await isFree(host, next)) return next;
  return null;
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
