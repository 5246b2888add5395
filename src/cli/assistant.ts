import { type Command, InvalidArgumentError } from 'commander';
import { keptDays } from '../assistant/guards/with-ledger.ts';
import { callsOf, listCalls, listCallsAsLines, showCall } from './assistant-calls.ts';
import { costByDay } from './assistant-cost.ts';
import { withStore } from './with-store.ts';

interface CallFlags {
  readonly conversation?: string;
  readonly last: number;
  readonly jsonl?: true;
}

export function addAssistant(root: Command): void {
  const assistant = root.command('assistant').description('what the language model was asked, answered and cost');
  assistant
    .command('calls', { isDefault: true })
    .description(`the newest calls of the last ${keptDays} days`)
    .option('--conversation <id>', 'of one conversation, as "parley inbox" shows its id')
    .option('--last <n>', 'so many', numberUpTo(10_000), 20)
    .option('--jsonl', 'whole, one JSON object a line')
    .action(({ conversation, last, jsonl }: CallFlags) =>
      withStore(async (store, { shop }) => {
        const calls = await callsOf(store, { conversation: conversation ?? null, last });
        return jsonl ? await listCallsAsLines(store, calls) : listCalls(calls, shop.timeZone);
      }),
    );
  assistant
    .command('cost')
    .description('tokens and cost by day, in the shop’s time zone')
    .option('--days <n>', 'so many days, today among them', numberUpTo(400), 7)
    .action(({ days }: { days: number }) =>
      withStore((store, { shop, guards }) =>
        costByDay(store, { days, now: Date.now(), timeZone: shop.timeZone, currency: guards.prices.currency }),
      ),
    );
  assistant
    .command('show <call>')
    .description('what was sent and answered, as the model saw it: the number in the first column of "calls"')
    .action((call: string) => withStore((store, { shop }) => showCall(store, call, shop.timeZone)));
}

function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d{1,6}$/u.test(text) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`a whole number from 1 to ${most} is needed`);
  };
}
