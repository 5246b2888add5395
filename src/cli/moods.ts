import { type Command, InvalidArgumentError, Option } from 'commander';
import { type MoodGroup, moodGroups } from '../insight/moods.ts';
import { moodLines, moodTable } from './moods-commands.ts';
import { withStore } from './with-store.ts';

interface Given {
  readonly days: number;
  readonly by: MoodGroup;
  readonly jsonl?: boolean;
}

export function addMoods(root: Command): void {
  root
    .command('moods')
    .description('how shoppers sound: by topic, product or day')
    .option('--days <n>', 'how far back', readDays, 30)
    .addOption(new Option('--by <what>', 'what to sum up by').choices(moodGroups).default('flow'))
    .option('--jsonl', 'write each row as a line of JSON')
    .action(({ days, by, jsonl }: Given) =>
      withStore((store, { shop }) => {
        const asked = { days, by, now: Date.now(), timeZone: shop.timeZone };
        return jsonl ? moodLines(store, asked) : moodTable(store, asked);
      }),
    );
}

const mostDays = 3_650;

function readDays(typed: string): number {
  const days = Number(typed);
  if (Number.isSafeInteger(days) && days > 0 && days <= mostDays) return days;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${mostDays}.`);
}
