import { type Environment, type OwnProcess, runParley } from './own-process.ts';

export interface ShopProcess extends OwnProcess {
  /** Of the web chat. */
  readonly address: string;
}

/** `parley start`, open when it resolves. With no port named it takes a free one. */
export async function startShop(environment: Environment): Promise<ShopProcess> {
  const process = runParley(['start'], { PARLEY_PORT: '0', ...environment });
  const address = await process.until(() => process.lines.map(addressIn).find((found) => found !== undefined));
  return { ...process, address };
}

function addressIn(line: string): string | undefined {
  return /http:\/\/127\.0\.0\.1:\d+/u.exec(line)?.[0];
}
