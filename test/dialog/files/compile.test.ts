import { describe, expect, it } from 'vitest';
import type { Book, Flow, Step } from '../../../src/dialog/book.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import { exampleContext, exampleFlows } from './example-shop.ts';
import { flowWith } from './marked.ts';

function bookOf(...texts: readonly string[]): Book {
  const files = texts.map((text, index) => ({ path: `flows/${index}.yaml`, text }));
  const { book, mistakes } = loadBook(files, [], exampleContext);
  if (!book) throw new Error(mistakes.map(({ line, message }) => `${line} ${message}`).join('\n'));
  return book;
}

function flowOf(book: Book, id: string): Flow {
  const flow = book.flows.get(id);
  if (!flow) throw new Error(`no flow ${id}`);
  return flow;
}

/** Follows `next` from the entry. */
function main(flow: Flow): readonly Step[] {
  const steps: Step[] = [];
  for (let id = flow.entry; id !== null; ) {
    const step = flow.steps.get(id);
    if (!step) break;
    steps.push(step);
    id = step.next;
  }
  return steps;
}

const example = loadBook(exampleFlows, [], exampleContext).book;

describe('a good shop as a book', () => {
  it('goes from step to step in the order of the file', () => {
    const flow = flowOf(example as Book, 'order-status');
    expect(main(flow).map(({ kind }) => kind)).toEqual(['ask', 'do', 'if', 'choose']);
  });

  it('comes together again after an if', () => {
    const flow = flowOf(example as Book, 'order-status');
    const [, , choice, choose] = main(flow);
    if (choice?.kind !== 'if') throw new Error('not an if');
    const ends = [choice.then, choice.else].map((id) => flow.steps.get(id ?? '')?.next);
    expect(ends).toEqual([choose?.id, choose?.id]);
  });

  it('leads options where the file says: to a flow, on, or to the end', () => {
    const flow = flowOf(example as Book, 'find');
    const choose = [...flow.steps.values()].find(({ kind }) => kind === 'choose');
    if (choose?.kind !== 'choose') throw new Error('not a choose');
    expect(choose.options.map(({ id, leadsTo }) => [id, leadsTo])).toEqual([
      ['none-of-these', null],
      ['cheaper', undefined],
    ]);
    const more = flowOf(example as Book, 'order-status').steps.get(
      flowOf(example as Book, 'order-status').byName.get('more') ?? '',
    );
    if (more?.kind !== 'choose') throw new Error('not a choose');
    const target = flowOf(example as Book, 'order-status').steps.get(more.options[0]?.leadsTo ?? '');
    expect(target).toMatchObject({ kind: 'go-to', target: { flow: 'people' } });
  });

  it('knows its first message, its last resort and its buttons', () => {
    expect(example).toMatchObject({
      moments: new Map([
        ['first message', 'welcome'],
        ['anything else', 'find'],
      ]),
    });
    expect(example?.buttons.get('track')).toEqual({ flow: 'order-status', slot: 'order' });
  });

  it('says which facts a step needs, and no more', () => {
    const [ask, act] = main(flowOf(example as Book, 'order-status'));
    expect([ask?.needs, act?.needs]).toEqual([['customer'], []]);
  });

  it('takes waiting times, attempts and ways out', () => {
    const [ask] = main(flowOf(example as Book, 'order-status'));
    expect(ask).toMatchObject({
      kind: 'ask',
      type: 'order',
      attempts: 3,
      skipWhenKnown: true,
      silence: { afterMs: 600_000 },
    });
  });

  it("keeps the engine's own words in every book", () => {
    expect(example?.words.cancelled.plain({}, ['en'])).toBe('All right, I have stopped that.');
  });
});

describe('values', () => {
  const scope = { order: { id: 10234, lines: ['a'] }, name: 'Ann' };

  function setTo(literal: string) {
    const flow = flowOf(
      bookOf(flowWith(`- ask: a\n  for: order\n- ask: b\n  for: name\n- set: { x: ${literal} }`)),
      'sample',
    );
    const set = [...flow.steps.values()].find(({ kind }) => kind === 'set');
    return set?.kind === 'set' ? set.values[0]?.[1].value(scope) : undefined;
  }

  it('a single {{ … }} gives the value itself', () => {
    expect(setTo('"{{ order.id }}"')).toBe(10234);
    expect(setTo('"{{ order.lines }}"')).toEqual(['a']);
    expect(setTo('"{{ order.id | plus: 1 }}"')).toBe(10235);
  });

  it('words around it make it a text', () => {
    expect(setTo('"{{ name }}, order {{ order.id }}"')).toBe('Ann, order 10234');
  });

  it('what YAML knows keeps its type', () => {
    expect([setTo('5'), setTo('true'), setTo('M'), setTo('[1, "{{ name }}"]')]).toEqual([5, true, 'M', [1, 'Ann']]);
  });
});

describe("a step's identity", () => {
  const idsOf = (text: string) => [...flowOf(bookOf(text), 'sample').steps.keys()].toSorted();

  it('stays when the step moves', () => {
    const one = idsOf(flowWith('- say: One.\n- say: Two.\n- ask: Which?\n  for: which'));
    expect(idsOf(flowWith('- ask: Which?\n  for: which\n- say: Two.\n- say: One.'))).toEqual(one);
  });

  it('changes with its words, and its name leads to the new one', () => {
    const before = flowOf(bookOf(flowWith('- ask: Which?\n  for: which')), 'sample');
    const after = flowOf(bookOf(flowWith('- ask: Which one?\n  for: which')), 'sample');
    expect(after.entry).not.toBe(before.entry);
    expect(after.byName.get((before.entry ?? '').split('#')[0] ?? '')).toBe(after.entry);
  });

  it('changes with its options and not with where they lead', () => {
    const choose = (options: string) =>
      flowOf(bookOf(flowWith(`- choose: More?\n  from: ${options}\n- say: Good.`)), 'sample').entry;
    expect(choose('[Yes: continue, No: end]')).toBe(choose('[Yes: end, No: continue]'));
    expect(choose('[Yes: continue, No: end]')).not.toBe(choose('[Yes: continue, Never: end]'));
  });

  it('tells the same step twice apart', () => {
    const flow = flowOf(bookOf(flowWith('- say: Hello.\n- say: Hello.')), 'sample');
    expect(main(flow)).toHaveLength(2);
  });
});

describe('translations', () => {
  const messages = [
    {
      path: 'messages/es.yaml',
      text: 'Hello {{ shop.name }}.: Hola {{ shop.name }}.\nSorry, I did not get that.: No entiendo.\n',
    },
    { path: 'messages/es-MX.yaml', text: 'Hello {{ shop.name }}.: Qué onda {{ shop.name }}.\n' },
    { path: 'messages/en.yaml', text: 'All right, I have stopped that.: Stopped.\n' },
  ];
  const { book } = loadBook(
    [{ path: 'a.yaml', text: flowWith('- say: Hello {{ shop.name }}.') }],
    messages,
    exampleContext,
  );
  const say = book && main(flowOf(book, 'sample'))[0];
  const said = (...locales: string[]) =>
    say?.kind === 'say' ? say.text?.plain({ shop: { name: 'S' } }, locales) : null;

  it('the best of the chain is said', () => {
    expect([said('es-MX', 'es', 'en'), said('es-AR', 'es', 'en'), said('fr', 'en')]).toEqual([
      'Qué onda S.',
      'Hola S.',
      'Hello S.',
    ]);
  });

  it("the engine's own words can be translated and re-worded", () => {
    expect(book?.words.notUnderstood.plain({}, ['es', 'en'])).toBe('No entiendo.');
    expect(book?.words.cancelled.plain({}, ['en'])).toBe('Stopped.');
  });
});

describe('triggers in other languages', () => {
  const { book } = loadBook(
    [{ path: 'a.yaml', text: flowWith('- ask: Which size?\n  for: size\n- say: It is {{ size }}.') }],
    [
      {
        path: 'messages/es.yaml',
        text: "starts on:\n  sample:\n    - probar la talla {size}\n    - word: muestra\n    - pattern: '^talla (?<size>\\d+)$'\n",
      },
    ],
    exampleContext,
  );

  it('start the flow beside its own and fill its slots', () => {
    const found = ['try the sample', 'probar la talla 38', 'quiero una muestra', 'talla 40'].map(
      (text) => book?.matcher.match(text)[0],
    );
    expect(found.map((match) => match?.flow)).toEqual(['sample', 'sample', 'sample', 'sample']);
    expect([found[1]?.slots, found[3]?.slots]).toEqual([{ size: '38' }, { size: '40' }]);
  });

  it('say which language they are from', () => {
    const triggers = book?.flows
      .get('sample')
      ?.triggers.map((trigger) => ('locale' in trigger ? trigger.locale : null));
    expect(triggers).toEqual([null, 'es', 'es', null]);
  });
});
