import { createJsonlChannel } from '../../adapters/channels/terminal/jsonl-channel.ts';
import type { Config } from '../config/config.ts';
import { openShop } from '../main.ts';
import { chatJsonl, jsonlAccount, turnEndLine } from './chat-jsonl.ts';
import { createPino, logTo } from './create-log.ts';
import { onStopSignal } from './stop-signals.ts';
import { createTurnEnds } from './turn-ends.ts';

/** Talks JSON lines on standard input and output until the input ends, or nobody reads any more. */
export async function runJsonl(config: Config): Promise<void> {
  const { stdin, stdout } = process;
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  stdout.on('error', leave);
  onStopSignal(async () => leave());
  const write = (line: string): void => void (stdout.destroyed || stdout.write(line));
  const log = logTo(createPino(config.logLevel, process.stderr));
  const turnEnds = createTurnEnds((turn) => write(turnEndLine(turn)));
  const answered = (conversation: string, id: string): void => turnEnds.answered({ conversation, id });
  const channelsFor = async () => [createJsonlChannel(jsonlAccount, write, answered)];
  const shop = await openShop(config, { log, channelsFor });
  await shop.runtime.start();
  await chatJsonl({ runtime: shop.runtime, turnEnds, input: stdin, write, now: Date.now, signal: leaving.signal });
  stdin.destroy();
  await shop.runtime.stop();
  await shop.close();
}
