import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ActionContext, defineAction } from '../../src/actions/action.ts';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import type { Write } from '../../src/storage/store.ts';

const write: Write = { kind: 'cart', id: 'c', revision: 0, body: {} };

function contextWith(staged: Write[], more: Partial<ActionContext> = {}): ActionContext {
  return { stage: (one: Write) => void staged.push(one), ...more } as unknown as ActionContext;
}

const echo = defineAction({
  name: 'test.echo',
  about: 'Gives back what it is told.',
  input: z.object({ word: z.string() }),
  output: z.object({ word: z.string() }),
  callers: ['flow'],
  async run({ word }, context) {
    context.stage(write);
    switch (word) {
      case 'refuse':
        return { refused: 'no-such-word', details: { word } };
      case 'throw':
        throw new Error('the shopper said a secret');
      case 'coded':
        throw Object.assign(new Error('down'), { code: 'SEARCH_TIMEOUT' });
      case 'wrong':
        return { word: 7 as unknown as string };
      case 'never':
        return await new Promise(() => undefined);
      default:
        return { word };
    }
  },
});

describe('the action registry', () => {
  const registry = createActionRegistry([echo]);
  const run = async (input: Record<string, string | number>) => {
    const staged: Write[] = [];
    const outcome = await registry.run('test.echo', input, contextWith(staged));
    return { outcome, staged };
  };

  it('returns what the action returned, and stages what it staged', async () => {
    expect(await run({ word: 'hello' })).toEqual({
      outcome: { result: 'returned', value: { word: 'hello' } },
      staged: [write],
    });
  });

  it('passes a refusal on with its details and keeps nothing that was staged', async () => {
    expect(await run({ word: 'refuse' })).toEqual({
      outcome: { result: 'refused', reason: 'no-such-word', details: { word: 'refuse' } },
      staged: [],
    });
  });

  it('tells bad input by its code alone', async () => {
    expect(await run({ word: 12_345 })).toEqual({ outcome: { result: 'failed', code: 'BAD_INPUT' }, staged: [] });
  });

  it('does not let an answer of the wrong shape reach a template', async () => {
    expect(await run({ word: 'wrong' })).toEqual({ outcome: { result: 'failed', code: 'BAD_OUTPUT' }, staged: [] });
  });

  it('turns a throw into a failure without its message', async () => {
    expect(await run({ word: 'throw' })).toEqual({ outcome: { result: 'failed', code: 'ACTION_FAILED' }, staged: [] });
  });

  it('keeps the code of an error that has one', async () => {
    expect((await run({ word: 'coded' })).outcome).toEqual({ result: 'failed', code: 'SEARCH_TIMEOUT' });
  });

  it('knows no action that is not registered', async () => {
    expect(await registry.run('test.other', {}, contextWith([]))).toEqual({ result: 'failed', code: 'UNKNOWN_ACTION' });
  });

  it('gives up on an action after its time limit and hears nothing of it later', async () => {
    const asked: number[] = [];
    const late = createActionRegistry([echo], {
      timer: (ms, ring) => {
        asked.push(ms);
        queueMicrotask(ring);
        return () => undefined;
      },
    });
    const staged: Write[] = [];
    const outcome = await late.run('test.echo', { word: 'never' }, contextWith(staged, { timeLimitMs: 250 }));
    expect(outcome).toEqual({ result: 'failed', code: 'ACTION_TIMEOUT' });
    expect({ asked, staged }).toEqual({ asked: [250], staged: [] });
  });

  it('gives every action of the shop a shape that a checker can read', () => {
    const { shapes, all } = createActionRegistry(allActions);
    expect([...shapes.keys()]).toEqual(all.map(({ name }) => name));
    for (const shape of shapes.values()) {
      expect(shape.input).toMatchObject({ type: 'object', additionalProperties: false });
      expect(shape.output).toMatchObject({ type: 'object' });
      expect(shape.name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      expect(shape.about.length).toBeGreaterThan(20);
    }
  });

  it('refuses two actions of one name', () => {
    expect(() => createActionRegistry([echo, echo])).toThrow();
  });
});
