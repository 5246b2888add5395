import { type Command, InvalidArgumentError } from 'commander';
import { listQuestions, markDone, questionLines } from './questions-commands.ts';
import { withStore } from './with-store.ts';

export function addQuestions(root: Command): void {
  const questions = root.command('questions').description('what shoppers asked and no page answered');
  questions
    .command('list', { isDefault: true })
    .description('most asked first')
    .option('--jsonl', 'write each as a line of JSON')
    .option('--limit <n>', 'how many', readLimit, 20)
    .action(({ jsonl, limit }: { readonly jsonl?: boolean; readonly limit: number }) =>
      withStore((store) => (jsonl ? questionLines(store) : listQuestions(store, { limit, now: Date.now() }))),
    );
  questions
    .command('done <id>')
    .description('it has been seen to; asked again, it comes back')
    .action((id: string) => withStore((store) => markDone(store, id)));
}

function readLimit(typed: string): number {
  const limit = Number(typed);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError('It is a whole number above 0.');
}
