import { once } from 'node:events';
import { connect } from 'node:net';
import { type Server, startServer } from './server-process.ts';

export async function startRedis(): Promise<Server> {
  return startServer({
    name: 'redis',
    args: (port, folder) => [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
    ],
    url: (port) => `redis://127.0.0.1:${port}`,
    isReady: answersPing,
  });
}

async function answersPing(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const [answer] = await once(socket, 'data');
    return String(answer).startsWith('+PONG');
  } finally {
    socket.destroy();
  }
}
