import type { FastifyPluginAsync } from 'fastify';

/** Where channels show the merchant what only a person can do, such as a code to scan: at the terminal, and on pages of their own. */
export interface ChannelDesk {
  readonly pages: readonly FastifyPluginAsync[];
  add(page: FastifyPluginAsync): void;
  /** `path` is of one of the pages. */
  show(notice: { readonly lines: readonly string[]; readonly path?: string }): void;
  /** The web server is reached here. */
  opened(address: string): void;
}

export function createChannelDesk(write: (text: string) => void): ChannelDesk {
  const pages: FastifyPluginAsync[] = [];
  let address = '';
  return {
    pages,
    add: (page) => void pages.push(page),
    show({ lines, path }) {
      const all = path === undefined ? lines : [...lines, `Its page: ${address}${path}`];
      write(`\n${all.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`);
    },
    opened: (now) => {
      address = now;
    },
  };
}
