import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeWhatsapp, startFakeWhatsapp } from '../fakes/whatsapp-cloud/fake-whatsapp.ts';
import { metaSchema, noMetaSchema } from '../fakes/whatsapp-cloud/meta-schema.ts';
import { rendered } from '../fakes/whatsapp-cloud/screen.ts';

const to = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '16505551234' };
const text = (body: string) => ({ ...to, type: 'text', text: { body } });
const shown = (interactive: object) => ({ ...to, type: 'interactive', interactive });
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (all: readonly object[], body = 'Pick') =>
  shown({ type: 'button', body: { text: body }, action: { buttons: all } });
const row = (id: string, title: string, description = 'd') => ({ id, title, description });
const list = (rows: readonly object[], open = 'Choose') =>
  shown({ type: 'list', body: { text: 'Pick' }, action: { button: open, sections: [{ rows }] } });
const of = <Item>(count: number, make: (n: number) => Item) => Array.from({ length: count }, (_, n) => make(n));

/** At the limit, and just over it. */
const limits: readonly (readonly [string, object, object])[] = [
  ['4,096 characters of text', text('x'.repeat(4096)), text('x'.repeat(4097))],
  ['something to see', text('x'), text(' \u200b\n')],
  ['3 buttons', buttons(of(3, (n) => button(`${n}`, `B${n}`))), buttons(of(4, (n) => button(`${n}`, `B${n}`)))],
  ['20 characters on a button', buttons([button('a', 'x'.repeat(20))]), buttons([button('a', 'x'.repeat(21))])],
  ['256 characters of a button’s id', buttons([button('x'.repeat(256), 'A')]), buttons([button('x'.repeat(257), 'A')])],
  [
    '1,024 characters above buttons',
    buttons([button('a', 'A')], 'x'.repeat(1024)),
    buttons([button('a', 'A')], 'x'.repeat(1025)),
  ],
  ['titles that differ', buttons([button('a', 'A'), button('b', 'B')]), buttons([button('a', 'A'), button('b', 'A')])],
  ['10 rows', list(of(10, (n) => row(`${n}`, `R${n}`))), list(of(11, (n) => row(`${n}`, `R${n}`)))],
  ['24 characters on a row', list([row('a', 'x'.repeat(24))]), list([row('a', 'x'.repeat(25))])],
  ['72 characters below it', list([row('a', 'A', 'x'.repeat(72))]), list([row('a', 'A', 'x'.repeat(73))])],
  ['200 characters of a row’s id', list([row('x'.repeat(200), 'A')]), list([row('x'.repeat(201), 'A')])],
  ['20 characters on what opens a list', list([row('a', 'A')], 'x'.repeat(20)), list([row('a', 'A')], 'x'.repeat(21))],
  ['ids that differ', list([row('a', 'A'), row('b', 'A')]), list([row('a', 'A'), row('a', 'B')])],
  ['no field but its own', text('x'), { ...text('x'), colour: 'red' }],
  ['somebody to go to', text('x'), { ...text('x'), to: undefined }],
];

describe('the fake WhatsApp', () => {
  let fake: FakeWhatsapp;
  beforeEach(async () => {
    fake = await startFakeWhatsapp();
  });
  afterEach(() => fake.close());

  const post = async (body: object, token = fake.token) => {
    const address = `${fake.apiRoot}/v23.0/${fake.phoneNumberId}/messages`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, json: (await answer.json()) as { error?: { code: number } } };
  };

  it.each(limits)('takes %s, and no more', async (_, within, over) => {
    expect(await post(within)).toMatchObject({ status: 200, json: { messages: [{ id: 'wamid.out1' }] } });
    expect(await post(over)).toMatchObject({ status: 400, json: { error: { code: 131_009 } } });
    expect(fake.sent()).toHaveLength(1);
    expect(fake.refusals()).toHaveLength(1);
  });

  it('knows who may send', async () => {
    expect(await post(text('x'), 'guessed')).toMatchObject({ status: 401, json: { error: { code: 190 } } });
  });

  it('reads markup as a phone does', () => {
    expect(rendered('a *b* _c_ ~d~ ```e``` `f`')).toBe('a b c d e f');
    expect(rendered('2*3*4 snake_case_word * a * ** _ x_')).toBe('2*3*4 snake_case_word * a * ** _ x_');
    expect(rendered('- one\n* two\n> three')).toBe('• one\n• two\nthree');
  });
});

const meta = metaSchema();

describe.skipIf(meta === null)(`Meta’s own schema${meta === null ? ` (${noMetaSchema})` : ''}`, () => {
  const faults = (body: object) => meta?.faults(JSON.parse(JSON.stringify(body)) as object);

  it('agrees with the fake about all that it knows of', () => {
    const unknown = ['4,096', 'something to see', 'differ', 'no field', 'somebody'];
    for (const [name, within, over] of limits) {
      expect(faults(within), name).toBeNull();
      if (!unknown.some((each) => name.includes(each))) expect(faults(over), name).not.toBeNull();
    }
  });
});
