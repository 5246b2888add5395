import type { Environment } from '../own-process.ts';

/** A shopper on a platform that a real shop process is connected to by its real client. */
export interface ChannelPeer {
  /** What the shop process is started with. */
  readonly environment: Environment;
  /** Called once the shop is up, with the address of its web server, e.g. `http://127.0.0.1:3917`. */
  connect(shop: string): Promise<void>;
  /** Writes a text, as the platform's own app would. */
  says(text: string): Promise<void>;
  /** Picks what is shown under this label: presses it where it can be pressed, else types its number. Throws when it is not to be seen. */
  picks(label: string): Promise<void>;
  /** The platform brings the last message once more, as platforms do. */
  again(): Promise<void>;
  /** Everything the shopper has seen of the shop so far, oldest first: the words of each message and its labels, markup taken off. */
  seen(): Promise<readonly string[]>;
  /** The platform takes no key: a reply whose receipt was lost in a crash is shown once more. */
  readonly takesNoKey?: true;
  close(): Promise<void>;
}
