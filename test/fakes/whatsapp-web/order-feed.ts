import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the page is told, in order; a page that comes later reads on from where it says. */
export interface OrderFeed {
  readonly length: number;
  push(order: string, more?: object): void;
  follow(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

export function createOrderFeed(): OrderFeed {
  const orders: string[] = [];
  const followers = new Set<ServerResponse>();
  const write = (to: ServerResponse, index: number) => to.write(`id: ${index}\ndata: ${orders[index]}\n\n`);
  return {
    get length() {
      return orders.length;
    },
    push(order, more = {}) {
      orders.push(JSON.stringify({ order, ...more }));
      for (const follower of followers) write(follower, orders.length - 1);
    },
    follow(request, response) {
      const last = request.headers['last-event-id'];
      const from = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('from'));
      response.writeHead(200, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' });
      for (let index = last === undefined ? from : Number(last) + 1; index < orders.length; index++)
        write(response, index);
      response.flushHeaders();
      followers.add(response);
      response.on('close', () => followers.delete(response));
    },
    close() {
      for (const follower of followers) follower.end();
    },
  };
}
