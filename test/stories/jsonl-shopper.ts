import { onTestFinished } from 'vitest';
import { type Environment, type OwnProcess, runParley } from './own-process.ts';

/** What `parley chat --jsonl` writes. */
export interface JsonlLine {
  readonly type: string;
  readonly conversation: string | null;
  readonly in_reply_to: string | null;
  readonly text?: string;
  readonly message?: string;
  readonly line?: number;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly products?: readonly {
    readonly id: string;
    readonly title: string;
    readonly price: { readonly amount: number; readonly currency: string };
    readonly choice: string;
  }[];
}

export interface JsonlChat extends OwnProcess {
  said(): readonly JsonlLine[];
  /** Writes lines as they are. */
  put(...lines: readonly (object | string)[]): void;
  /** What was answered to this message, its `turn-end` left out; resolves at that. */
  answers(conversation: string, id: string): Promise<readonly JsonlLine[]>;
  shopper(conversation: string): (content: string | { readonly choice: string }) => Promise<readonly JsonlLine[]>;
}

let messages = 0;

export function openJsonl(environment: Environment): JsonlChat {
  const process = runParley(['chat', '--jsonl'], environment);
  onTestFinished(async () => void (await process.kill('SIGKILL')));
  const parsed: JsonlLine[] = [];
  const said = (): readonly JsonlLine[] => {
    while (parsed.length < process.lines.length) parsed.push(JSON.parse(process.lines[parsed.length] ?? ''));
    return parsed;
  };
  const put = (...lines: readonly (object | string)[]): void => {
    const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    process.write(texts.map((text) => `${text}\n`).join(''));
  };
  const answers = async (conversation: string, id: string): Promise<readonly JsonlLine[]> => {
    const of = () => said().filter((line) => line.conversation === conversation && line.in_reply_to === id);
    await process.until(() => of().some(({ type }) => type === 'turn-end'));
    return of().filter(({ type }) => type !== 'turn-end');
  };
  const shopper: JsonlChat['shopper'] = (conversation) => (content) => {
    const id = `m${messages++}`;
    put({ conversation, id, ...(typeof content === 'string' ? { text: content } : content) });
    return answers(conversation, id);
  };
  return { ...process, said, put, answers, shopper };
}

/** All that was said in one answer. */
export function textOf(lines: readonly JsonlLine[]): string {
  return lines.map(({ text }) => text ?? '').join('\n');
}
