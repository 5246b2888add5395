import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliShop, openCliShop } from './cli.ts';

interface Said {
  readonly type: string;
  readonly conversation: string | null;
  readonly in_reply_to: string | null;
  readonly key?: string;
  readonly text?: string;
  readonly line?: number;
  readonly message?: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
}

let shop: CliShop;
beforeAll(async () => {
  shop = await openCliShop();
});
afterAll(() => shop.close());

function read(output: string): readonly Said[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Said);
}

async function talk(lines: readonly (object | string | Uint8Array)[]): Promise<readonly Said[]> {
  const cli = shop.run(['chat', '--jsonl']);
  for (const line of lines) {
    cli.input.write(typeof line === 'string' || line instanceof Uint8Array ? line : JSON.stringify(line));
    cli.input.write('\n');
  }
  cli.input.end();
  expect(await cli.ended, cli.complained()).toBe(0);
  return read(cli.said());
}

function words(said: readonly Said[], conversation: string): readonly string[] {
  return said.flatMap((line) => (line.conversation === conversation && line.text !== undefined ? line.text : []));
}

describe('parley chat --jsonl', () => {
  it('answers every line once, in the order of its conversation, and ends each turn', async () => {
    const lines = ['a', 'b', 'c'].flatMap((conversation) => [
      { conversation, id: '1', text: 'hi' },
      { conversation, id: '2', text: '2' },
      { conversation, id: '3', text: 'drinks' },
    ]);
    const said = await talk(lines);
    for (const conversation of ['a', 'b', 'c']) {
      const own = said.filter((line) => line.conversation === conversation);
      expect(own.map(({ type, in_reply_to }) => `${in_reply_to} ${type}`)).toEqual([
        '1 choices',
        '1 turn-end',
        '2 text',
        '2 turn-end',
        '3 choices',
        '3 turn-end',
      ]);
      expect(words(said, conversation)).toEqual(['Hello. Tea or coffee?', 'Coffee it is.', 'Hello. Tea or coffee?']);
    }
  });

  it('takes a choice by its id, and goes on after a restart where it was', async () => {
    const [menu] = await talk([{ conversation: 'kept', id: '1', text: 'hi' }]);
    const tea = menu?.choices?.find(({ label }) => label === 'Tea')?.id ?? '';
    expect(words(await talk([{ conversation: 'kept', id: '2', choice: tea }]), 'kept')).toEqual(['Tea it is.']);
  });

  it('answers a second line with the same id with nothing but its turn-end', async () => {
    const line = { conversation: 'twice', id: '1', text: 'hi' };
    const said = await talk([line, line, { ...line, id: '2', text: 'Coffee' }]);
    expect(words(said, 'twice')).toEqual(['Hello. Tea or coffee?', 'Coffee it is.']);
    expect(said.filter(({ type, in_reply_to }) => type === 'turn-end' && in_reply_to === '1')).toHaveLength(2);
    expect(words(await talk([line]), 'twice')).toEqual([]);
  });

  it('answers what cannot be understood politely, and what cannot be read with an error, and goes on', async () => {
    const said = await talk([
      { conversation: 'odd', id: 'empty', text: '' },
      { conversation: 'odd', id: 'long', text: 'long '.repeat(20_000) },
      { conversation: 'odd', id: 'unknown', choice: 'no-such-choice' },
      { conversation: 'odd', id: 'control', text: '\u0000\u001b[2J\ud800' },
      '{"conversation":"odd","id":"broken"',
      new Uint8Array([0xff, 0xfe, 0x00, 0x80]),
      { conversation: 'odd', id: 'nothing' },
      { conversation: 'odd', text: 'no id' },
      { conversation: 'odd', id: 'both', text: 'hi', choice: 'x' },
      '[]',
      { conversation: 'odd', id: 'last', text: 'drinks' },
    ]);
    const ended = said.filter(({ type }) => type === 'turn-end').map(({ in_reply_to }) => in_reply_to);
    for (const id of ['empty', 'long', 'unknown', 'control', 'nothing', 'both', 'last']) {
      expect(
        ended.filter((one) => one === id),
        id,
      ).toHaveLength(1);
    }
    const errors = said.filter(({ type }) => type === 'error').map(({ line }) => line);
    expect(errors).toEqual([5, 6, 7, 8, 9, 10]);
    expect(words(said, 'odd').at(-1)).toBe('Hello. Tea or coffee?');
    expect(said.some(({ in_reply_to, text }) => in_reply_to === 'long' && text !== undefined)).toBe(true);
  });

  it('leaves without complaint when nobody reads any more', async () => {
    const cli = shop.run(['chat', '--jsonl']);
    for (let id = 0; id < 200; id++)
      cli.input.write(`${JSON.stringify({ conversation: 'deaf', id: `${id}`, text: 'hi' })}\n`);
    await cli.saying('turn-end');
    cli.output.destroy();
    expect(await cli.ended).toBe(0);
    expect(cli.complained()).toBe('');
  });

  it('answers each line exactly once over a SIGTERM in the middle and a second run with the same lines', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => ({
      conversation: `busy${index % 20}`,
      id: `${Math.floor(index / 20)}`,
      text: index % 40 < 20 ? 'drinks' : 'Tea',
    }));
    const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const first = shop.run(['chat', '--jsonl']);
    first.input.write(input);
    await first.saying('turn-end');
    first.signal('SIGTERM');
    expect(await first.ended, first.complained()).toBe(0);
    const second = shop.run(['chat', '--jsonl']);
    second.input.end(input);
    expect(await second.ended).toBe(0);
    const said = [...read(first.said()), ...read(second.said())].filter(({ key }) => key !== undefined);
    expect(new Set(said.map(({ key }) => key)).size).toBe(said.length);
    for (const conversation of new Set(lines.map((line) => line.conversation))) {
      const ids = said.filter((line) => line.conversation === conversation).map((line) => Number(line.in_reply_to));
      expect(ids).toEqual(Array.from({ length: 15 }, (_, id) => id));
    }
  });
});
