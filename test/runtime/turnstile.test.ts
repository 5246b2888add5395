import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTurnstile } from '../../src/runtime/turnstile.ts';
import { createManualClock } from '../manual-clock.ts';

const holdMs = 15_000;

function open() {
  const clock = createManualClock();
  return { clock, turnstile: createTurnstile({ clock, holdMs }) };
}

/** Lets everything that can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets those with one key in one after the other, in the order in which they came', async () => {
  const { turnstile, clock } = open();
  const tickets = [1, 2, 3].map(() => turnstile.ticket());
  const entered: number[] = [];
  tickets.forEach((ticket, index) => void ticket.enter(['a']).then(() => entered.push(index)));
  await settle();
  expect(entered).toEqual([0]);
  tickets[0]?.leave();
  await settle();
  expect(entered).toEqual([0, 1]);
  tickets[1]?.leave(['a']);
  await settle();
  expect(entered).toEqual([0, 1, 2]);
  tickets[2]?.leave();
  expect(clock.waiting()).toBe(0);
});

it('lets those with other keys pass', async () => {
  const { turnstile } = open();
  await turnstile.ticket().enter(['a']);
  await expect(turnstile.ticket().enter(['b'])).resolves.toBeUndefined();
});

it('does not let a ticket wait for itself', async () => {
  const { turnstile } = open();
  const ticket = turnstile.ticket();
  await ticket.enter(['a', 'a']);
  await expect(ticket.enter(['a'])).resolves.toBeUndefined();
});

it('passes by whoever keeps a key too long, and takes nothing from the next when they give it back after all', async () => {
  const { turnstile, clock } = open();
  const [lost, second, third] = [turnstile.ticket(), turnstile.ticket(), turnstile.ticket()];
  await lost.enter(['a']);
  const entered: string[] = [];
  void second.enter(['a']).then(() => entered.push('second'));
  void third.enter(['a']).then(() => entered.push('third'));
  clock.advance(holdMs - 1);
  await settle();
  expect(entered).toEqual([]);
  clock.advance(1);
  await settle();
  expect(entered).toEqual(['second']);
  lost.leave();
  await settle();
  expect(entered).toEqual(['second']);
});

it('lets nobody wait for one that has gone while it was waiting', async () => {
  const { turnstile } = open();
  const [first, gone, last] = [turnstile.ticket(), turnstile.ticket(), turnstile.ticket()];
  await first.enter(['a']);
  const waiting = gone.enter(['a', 'b']);
  const behind = last.enter(['a', 'b']);
  gone.leave();
  first.leave();
  await Promise.all([waiting, behind]);
  last.leave();
  await expect(turnstile.ticket().enter(['a', 'b'])).resolves.toBeUndefined();
});

it('lets twice as many in after each that changed nothing, and one at a time again once something is changed', async () => {
  const { turnstile } = open();
  const tickets = Array.from({ length: 12 }, () => turnstile.ticket());
  const entered: number[] = [];
  tickets.forEach((ticket, index) => void ticket.enter(['a']).then(() => entered.push(index)));
  const inside = async (count: number): Promise<void> => {
    await settle();
    expect(entered).toHaveLength(count);
  };
  await inside(1);
  tickets[0]?.pass(['a']);
  await inside(3);
  tickets[1]?.pass(['a']);
  await inside(6);
  tickets[2]?.leave();
  await inside(6);
  for (const ticket of tickets.slice(3, 5)) ticket.leave();
  await inside(6);
  tickets[5]?.leave();
  await inside(7);
  tickets[6]?.leave();
  await inside(8);
});

it('sends back to the head of the line who comes again when too many are in', async () => {
  const { turnstile } = open();
  const tickets = Array.from({ length: 7 }, () => turnstile.ticket());
  const entered: number[] = [];
  const enter = (index: number) => void tickets[index]?.enter(['a']).then(() => entered.push(index));
  for (const index of tickets.keys()) enter(index);
  await settle();
  for (const index of [0, 1]) {
    tickets[index]?.pass(['a']);
    await settle();
  }
  expect(entered).toEqual([0, 1, 2, 3, 4, 5]);
  tickets[2]?.leave();
  enter(4);
  await settle();
  expect(entered).toHaveLength(6);
  for (const index of [3, 5]) tickets[index]?.leave();
  await settle();
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 4]);
  enter(4);
  await settle();
  expect(entered.at(-1)).toBe(4);
  tickets[4]?.leave();
  await settle();
  expect(entered.at(-1)).toBe(6);
});

it('gives back what it held of a failed work', async () => {
  const { turnstile, clock } = open();
  await expect(turnstile.inLine(['a'], () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await turnstile.inLine(['a'], async () => 'done')).toBe('done');
  expect(clock.waiting()).toBe(0);
});

it('never lets two hold one key, and lets everybody in in the end, whatever they want and in whatever order they ask', async () => {
  let collisions = 0;
  let waits = 0;
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 });
  const wishes = fc.array(fc.tuple(keys, keys), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(wishes, async (turns) => {
      const { turnstile, clock } = open();
      const holders = new Map<string, number>();
      const stay = async (wanted: readonly string[], turn: number): Promise<void> => {
        for (const key of wanted) {
          if (holders.has(key)) collisions += 1;
          holders.set(key, turn);
        }
        await settle();
        for (const key of wanted) holders.delete(key);
      };
      await Promise.all(
        turns.map(async ([first, more], turn) => {
          const ticket = turnstile.ticket();
          let isIn = false;
          const entering = ticket.enter(first).then(() => {
            isIn = true;
          });
          await settle();
          if (!isIn) waits += 1;
          await entering;
          await stay(first, turn);
          await ticket.enter(more);
          await stay([...new Set([...first, ...more])], turn);
          ticket.leave();
        }),
      );
      expect(clock.waiting()).toBe(0);
    }),
    { numRuns: 200 },
  );
  expect(collisions).toBe(0);
  expect(waits).toBeGreaterThan(0);
});
