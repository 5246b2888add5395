import { connect, type Socket } from 'node:net';

/** `null`: the connection was closed without an answer. */
export type Answered = { readonly status: number; readonly text: string } | null;

export interface RawConnection {
  write(bytes: string | Uint8Array): void;
  /** Closes it without an end, as a network does that goes away. */
  drop(): void;
  /** The answer, once the server has closed the connection or said all it wanted to. */
  readonly answered: Promise<Answered>;
}

/** HTTP byte by byte: for requests that no client would make. */
export function connectRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(connection(socket)));
    socket.once('error', reject);
  });
}

function connection(socket: Socket): RawConnection {
  socket.removeAllListeners('error');
  return {
    write: (bytes) => void (socket.writable && socket.write(bytes)),
    drop: () => void socket.destroy(),
    answered: answerOn(socket),
  };
}

function answerOn(socket: Socket): Promise<Answered> {
  return new Promise((resolve) => {
    let heard = '';
    const end = (): void => {
      socket.destroy();
      resolve(read(heard));
    };
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (isWhole(heard)) end();
    });
    // A server that has answered may close while we still send.
    socket.on('error', end).on('close', end);
  });
}

function isWhole(heard: string): boolean {
  const [head = '', ...body] = heard.split('\r\n\r\n');
  const length = /content-length: (\d+)/iu.exec(head)?.[1];
  return length !== undefined && Buffer.byteLength(body.join('\r\n\r\n')) >= Number(length);
}

function read(heard: string): Answered {
  const status = /^HTTP\/1\.1 (\d{3})/u.exec(heard)?.[1];
  return status === undefined ? null : { status: Number(status), text: heard };
}
