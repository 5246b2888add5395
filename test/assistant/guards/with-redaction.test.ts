import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingKnown, type Personal } from '../../../src/assistant/guards/redaction/known-words.ts';
import { withRedaction } from '../../../src/assistant/guards/with-redaction.ts';
import type { ModelMessage, ModelRequest } from '../../../src/assistant/language-model.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { startWork } from '../../work-time.ts';
import { answerOf, createFakeModel, requestOf } from './fake-model.ts';

const known: Personal = {
  names: ['Maria Lopez'],
  emails: ['maria.lopez@example.com'],
  phones: ['+4917612345678'],
  addresses: ['Gartenweg 12', '10115'],
};

/** What is sent of a shopper's message, and what comes back when the model repeats it. */
async function throughIt(text: string, { personal = nothingKnown, country = 'US' } = {}) {
  const model = createFakeModel(({ messages }) => {
    const last = messages.at(-1);
    return answerOf(last?.from === 'shopper' ? last.text : '');
  });
  const guarded = withRedaction(model, { personalOf: async () => personal, country });
  const back = await guarded.ask(requestOf({ messages: [{ from: 'shopper', text }] }));
  const [sent] = model.asked[0]?.messages ?? [];
  return { sent: sent?.from === 'shopper' ? sent.text : '', back: back.text };
}

async function sentOf(messages: readonly ModelMessage[], personal = nothingKnown): Promise<ModelRequest> {
  const model = createFakeModel();
  await withRedaction(model, { personalOf: async () => personal, country: 'US' }).ask(requestOf({ messages }));
  return model.asked[0] ?? requestOf();
}

describe('of a shopper’s message', () => {
  it.each([
    ['write me at maria.lopez+shop@mail.example.co.uk please', 'write me at ⟨email-1⟩ please'],
    ['maria at gmail dot com', '⟨email-1⟩'],
    ['anna dot k at gmail dot com please', '⟨email-1⟩ please'],
    ['anna punkt k at beispiel punkt de', '⟨email-1⟩'],
    ['mail anna＠gmail．com ok?', 'mail ⟨email-1⟩ ok?'],
    ['ruf ＋４９ １７６ １２３４５６７８ an', 'ruf ⟨phone-1⟩ an'],
    ['Ich bin Anna Kowalska aus Berlin', 'Ich bin ⟨name-1⟩ aus Berlin'],
    [
      '{"id":"anna@gmail.com","url":"mail bo@b.example","bo@b.example":1}',
      '{"id":"⟨email-1⟩","url":"mail ⟨email-2⟩","⟨email-2⟩":1}',
    ],
    ['call me on (212) 555-0187', 'call me on ⟨phone-1⟩'],
    ['my number: +49 176 1234 5678', 'my number: ⟨phone-1⟩'],
    ['card 4111 1111 1111 1111 12/29', 'card ⟨card-1⟩ 12/29'],
    ['4111-1111-1111-1111', '⟨card-1⟩'],
    ['IBAN DE89 3704 0044 0532 0130 00 ok?', 'IBAN ⟨account-1⟩ ok?'],
    ['gb82west12345698765432', '⟨account-1⟩'],
    ['hi, my name is maria lopez and i need shoes', 'hi, my name is ⟨name-1⟩ and i need shoes'],
    ["I'm Sarah, do you have red shoes?", "I'm ⟨name-1⟩, do you have red shoes?"],
    ['me llamo Javier y busco zapatos', 'me llamo ⟨name-1⟩ y busco zapatos'],
    ['मेरा नाम प्रिया है', 'मेरा नाम ⟨name-1⟩ है'],
    ['ship it to 12 Main Street, Apt 4B, Springfield, IL 62704', 'ship it to ⟨address-1⟩'],
    ['it goes to 221b baker street london nw1 6xe thanks', 'it goes to ⟨address-1⟩ thanks'],
    ['Hauptstraße 5, 10115 Berlin', '⟨address-1⟩'],
    ['vivo en Calle Mayor 12, 28013 Madrid, España', 'vivo en ⟨address-1⟩'],
    ['Rua das Flores, 120, 01310-100 São Paulo', '⟨address-1⟩'],
    ['wohne in der Berliner Str. 12a', 'wohne in der ⟨address-1⟩'],
    ['PO Box 1234', '⟨address-1⟩'],
  ])('%s is sent as %s, and comes back as it was', async (text, expected) => {
    expect(await throughIt(text)).toEqual({ sent: expected, back: text });
  });

  it.each([
    'red shoes under 50, size 42, 2 pairs',
    '{"id":"mug-1","text":"red at 50","count":2}',
    'a 50 m² carpet at 20 € and № 5',
    'a 500 GB hard drive and a 2 way speaker',
    'where is my order 72043817',
    'is SKU AB-1234-56 back for $1,299.00?',
    "I'm looking for a lamp, 120 x 60 x 40 cm",
    "I'm Happy with it",
    'deliver it by 2026-12-01, 5 pm',
    'size 10 street style sneakers 2024',
    'spring 2025 collection, pack of 12, 16.9 fl oz',
  ])('%s is sent as it is', async (text) => {
    expect((await throughIt(text)).sent).toBe(text);
  });

  it('the customer’s own name, mail, phone and street are hidden however they are written', async () => {
    const text = 'MARIA here, Lopez. Gartenweg  12 in 10115. 0176/123 45 678, Maria.Lopez@Example.com';
    const { sent, back } = await throughIt(text, { personal: known, country: 'DE' });
    expect(sent).not.toMatch(/maria|lopez|gartenweg|10115|123 45|example/iu);
    expect(back).toBe(text);
  });

  it('a name that is also a colour is hidden in talk where it is written as one', async () => {
    const personal = { ...nothingKnown, names: ['Rose Brown'] };
    const { sent } = await throughIt('this is Rose. rose brown wants a brown skirt and a rose gold ring', { personal });
    expect(sent).toBe('this is ⟨name-1⟩. ⟨name-2⟩ wants a brown skirt and a rose gold ring');
  });

  it('a number in JSON of theirs is hidden as well', async () => {
    const { sent } = await throughIt('{"card":4111111111111111,"size":42}');
    expect(sent).toBe('{"card":"⟨card-1⟩","size":42}');
  });

  it('words that look like a mark of ours come back as what they are', async () => {
    const text = 'what is ⟨email-1⟩? mine is a@b.example';
    expect(await throughIt(text)).toEqual({ sent: 'what is ⟨text-1⟩? mine is ⟨email-1⟩', back: text });
  });
});

describe('in a whole request', () => {
  it('a name that was introduced once is hidden in all messages, calls and results', async () => {
    const sent = await sentOf([
      { from: 'shopper', text: 'my name is Zofia' },
      { from: 'model', text: 'Hello Zofia!', calls: [{ id: '1', tool: 'find', input: { who: ['zofia'] } }] },
      { from: 'tool', call: '1', result: '{"note":"for Zofia"}' },
      { from: 'shopper', text: 'zofia again' },
    ]);
    expect(JSON.stringify(sent)).not.toMatch(/zofia/iu);
  });

  it('a bare answer to a question for a name or an address is hidden', async () => {
    const asked = (text: string): ModelMessage => ({ from: 'model', text, calls: [] });
    const { messages } = await sentOf([
      asked('What name is it for?'),
      { from: 'shopper', text: 'zofia nowak' },
      asked('And what is the address?'),
      { from: 'shopper', text: 'melur nagar 14 near the mill' },
      asked('Which colour would Zofia like, by the way? Any brand name?'),
      { from: 'shopper', text: 'no thanks' },
    ]);
    expect(messages.map((message) => 'text' in message && message.text)).toEqual([
      'What name is it for?',
      '⟨name-1⟩',
      'And what is the address?',
      '⟨address-1⟩',
      'Which colour would ⟨name-2⟩ like, by the way? Any brand name?',
      'no thanks',
    ]);
  });

  it('words that come as JSON, as the assistant sends them, are read as words', async () => {
    const { messages } = await sentOf([
      { from: 'model', text: JSON.stringify({ commands: [], text: 'Hi "Sarah"' }), calls: [] },
      {
        from: 'shopper',
        text: JSON.stringify({ state: { open_question: { question: 'Which size?' } }, shopper_wrote: "I'm Sarah" }),
      },
      {
        from: 'shopper',
        text: JSON.stringify({ state: { question: 'Where should we send it?' }, shopper_wrote: '7 "Old" Mill\nBath' }),
      },
    ]);
    expect(messages.map((message) => ('text' in message ? JSON.parse(message.text) : null))).toEqual([
      { commands: [], text: 'Hi "⟨name-1⟩"' },
      { state: { open_question: { question: 'Which size?' } }, shopper_wrote: "I'm ⟨name-1⟩" },
      { state: { question: 'Where should we send it?' }, shopper_wrote: '⟨address-1⟩' },
    ]);
  });

  it.each([
    'What is your name?',
    'Wie heißen Sie?',
    'Wie heisst du denn?',
    '¿Cómo te llamas?',
    '¿Quién eres?',
    'Como você se chama?',
    'Qual é o seu nome?',
    'आपका नाम क्या है?',
    'ما اسمك؟',
  ])('the bare answer to “%s” is a name', async (question) => {
    const sent = await sentOf([
      { from: 'model', text: question, calls: [] },
      { from: 'shopper', text: 'rai kumki' },
    ]);
    expect(sent.messages.at(-1)).toEqual({ from: 'shopper', text: '⟨name-1⟩' });
  });

  it('the bare answer to “Who is it for?” is none', async () => {
    const sent = await sentOf([
      { from: 'model', text: 'Who is it for?', calls: [] },
      { from: 'shopper', text: 'small kids' },
    ]);
    expect(sent.messages.at(-1)).toEqual({ from: 'shopper', text: 'small kids' });
  });

  it('the same words have the same mark', async () => {
    const { messages } = await sentOf([
      { from: 'shopper', text: 'a@b.example and c@d.example' },
      { from: 'shopper', text: 'c@d.example' },
    ]);
    expect(messages.at(-1)).toEqual({ from: 'shopper', text: '⟨email-2⟩' });
  });

  it('instructions end alike whether anything is hidden or not', async () => {
    const [one, other] = [await sentOf([{ from: 'shopper', text: 'a@b.example' }]), await sentOf([])];
    expect(one.instructions).toBe(other.instructions);
  });

  it('ids, SKUs and prices of a result stay to the letter', async () => {
    const result = { products: [{ id: '4111111111111111', sku: '2125550187', title: 'Maria dress', price: 4999.5 }] };
    const { messages } = await sentOf([{ from: 'tool', call: '1', result: JSON.stringify(result) }], known);
    const [sent] = messages;
    expect(JSON.parse(sent?.from === 'tool' ? sent.result : '')).toEqual({
      products: [{ ...result.products[0], title: '⟨name-1⟩ dress' }],
    });
  });

  it('when nobody can tell what is known of the customer nothing is sent', async () => {
    const model = createFakeModel();
    const away = () => Promise.reject(new Error('the store is away'));
    const asking = withRedaction(model, { personalOf: away, country: 'US' }).ask(requestOf());
    await expect(asking).rejects.toMatchObject({ code: 'MODEL_UNCOUNTED' });
    expect(model.asked).toEqual([]);
  });
});

describe('what comes back', () => {
  const messages: readonly ModelMessage[] = [{ from: 'shopper', text: 'to "Bo" <bo@b.example>\nmy name is Bo "B" Li' }];
  const asking = (text: string, changes: Partial<ModelRequest> = {}) => {
    const model = createFakeModel(() =>
      answerOf(text, { calls: [{ id: '1', tool: 't', input: { a: [{ b: text }] } }] }),
    );
    return withRedaction(model, { personalOf: async () => nothingKnown, country: 'US' }).ask(
      requestOf({ messages, ...changes }),
    );
  };

  it.each(['⟨email-1⟩', '<email-1>', '[email-1]', '⟨Email‑1⟩', '\\u27e8email-1\\u27e9'])(
    'has the words behind %s, in text and in what tools are called with',
    async (mark) => {
      const answer = await asking(`to ${mark}.`);
      expect(answer.text).toBe('to bo@b.example.');
      expect(answer.calls[0]?.input).toEqual({ a: [{ b: 'to bo@b.example.' }] });
    },
  );

  it('stays JSON where JSON was asked for', async () => {
    const model = createFakeModel(({ messages: [first] }) =>
      answerOf(JSON.stringify({ text: first?.from === 'shopper' ? first.text : '' })),
    );
    const text = 'my address is 12 "Rose" Street\nBerlin 10115, my mail "x\\y"@b.example';
    const guarded = withRedaction(model, { personalOf: async () => nothingKnown, country: 'US' });
    const answer = await guarded.ask(requestOf({ messages: [{ from: 'shopper', text }], shape: { type: 'object' } }));
    expect(JSON.parse(answer.text)).toEqual({ text });
  });

  it('with a mark that hides nothing is no answer, and is counted all the same', async () => {
    const failing = asking('write to ⟨email-9⟩');
    await expect(failing).rejects.toThrow(ModelError);
    await expect(failing).rejects.toMatchObject({ code: 'MODEL_FAILED', used: { usage: { input: 100 } } });
  });

  it('never shows half a mark while it grows', async () => {
    const whole = 'Mail ⟨email-1⟩ or <email-1>, ok';
    const shown: string[] = [];
    const model = createFakeModel(({ onText }) => {
      for (let end = 1; end <= whole.length; end += 1) onText?.(whole.slice(0, end));
      return answerOf(whole);
    });
    const guarded = withRedaction(model, { personalOf: async () => nothingKnown, country: 'US' });
    await guarded.ask(requestOf({ messages, onText: (soFar) => shown.push(soFar) }));
    const end = 'Mail bo@b.example or bo@b.example, ok';
    expect(shown.at(-1)).toBe(end);
    expect(shown.filter((soFar) => !end.startsWith(soFar))).toEqual([]);
  });
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** ISO/IEC 7812-1: the digit that makes it a card's. */
const withLuhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** ISO 13616-1: the two digits that make it an account's. */
const withIbanCheck = (body: string): string => {
  const rest = [...`${body}DE00`].reduce((left, letter) => {
    const value = Number.parseInt(letter, 36);
    return (left * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${body}`;
};

const inFours = (text: string): string => text.replace(/(.{4})(?=.)/gu, '$1 ');

const planted = fc.oneof(
  fc.record({ kind: fc.constant('email'), words: fc.emailAddress() }),
  fc.record({ kind: fc.constant('card'), words: digits(15).map((body) => withLuhn(`4${body.slice(1)}`)) }),
  fc.record({ kind: fc.constant('card'), words: digits(15).map((body) => inFours(withLuhn(`4${body.slice(1)}`))) }),
  fc.record({ kind: fc.constant('account'), words: digits(18).map(withIbanCheck) }),
  fc.record({ kind: fc.constant('account'), words: digits(18).map((body) => inFours(withIbanCheck(body))) }),
  fc.record({
    kind: fc.constant('phone'),
    words: fc
      .tuple(fc.constantFrom('+1 212 ', '+1 (312) ', '+1-415-'), fc.integer({ min: 2_000_000, max: 9_999_999 }))
      .map(([area, number]) => `${area}${String(number).replace(/^(...)/u, '$1-')}`),
  }),
  fc.record({
    kind: fc.constant('address'),
    words: fc
      .tuple(
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom('Main Street', 'Old Mill Road', 'N 5th Ave', 'Sunset Blvd', 'elm st'),
        fc.constantFrom('Springfield, IL', 'Portland, OR', 'New York, NY'),
        fc.integer({ min: 10_000, max: 99_999 }),
      )
      .map(([number, street, city, zip]) => `${number} ${street}, ${city} ${zip}`),
  }),
);

const around = fc.constantFrom(
  ['please use ', ' for my order'],
  ['', ''],
  ['my details: ', ', thanks!'],
  ['(', ')'],
  ['2 red shoes size 9.\n', '\nasap'],
  ['👟 "', '" ok?'],
);

it('whatever is planted in whatever message: nothing of it leaves, and all of it comes back', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      planted,
      around,
      fc.constantFrom('talk', 'result'),
      async ({ kind, words }, [before, after], where) => {
        const text = `${before}${words}${after}`;
        const message: ModelMessage =
          where === 'talk'
            ? { from: 'shopper', text }
            : { from: 'tool', call: '1', result: JSON.stringify({ note: [text] }) };
        const model = createFakeModel(({ messages: [sent] }) =>
          answerOf(sent && 'text' in sent ? sent.text : (sent?.result ?? '')),
        );
        const guarded = withRedaction(model, { personalOf: async () => nothingKnown, country: 'US' });
        const shape = where === 'talk' ? null : { type: 'object' };
        const answer = await guarded.ask(requestOf({ messages: [message], shape }));
        const sent = JSON.stringify(model.asked);
        expect(sent).not.toContain(JSON.stringify(words).slice(1, -1));
        expect(sent).toContain(`⟨${kind}-1⟩`);
        const back = where === 'talk' ? answer.text : (JSON.parse(answer.text) as { note: string[] }).note[0];
        expect(back).toBe(text);
        reached.set(`${kind} ${where}`, (reached.get(`${kind} ${where}`) ?? 0) + 1);
      },
    ),
    { numRuns: 400 },
  );
  expect(reached.size).toBe(10);
});

it('any text at all comes back as it was', async () => {
  let hidden = 0;
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '⟨',
      '⟩',
      '<email-1>',
      'a@b.example',
      '4111111111111111',
      '\\u27e8',
      '{"a":"',
      '12 Main Street',
      ' I am Bob. ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (all) => {
      const text = all.filter((piece) => piece !== '<email-1>' || !all.includes('a@b.example')).join('');
      const { sent, back } = await throughIt(text);
      if (sent !== text) hidden += 1;
      expect(back).toBe(text);
    }),
    { numRuns: 300 },
  );
  expect(hidden).toBeGreaterThan(50);
});

it.each(['a', 'A', '1', '1 ', '1-', 'a.', 'Ab ', '12 Ab ', '12 a a street ', 'my name is Ab ', 'a@', '\n', 'DE89 '])(
  'a message that is nothing but %j is read in a moment',
  async (piece) => {
    const text = piece.repeat(Math.floor(8_000 / piece.length));
    const worked = startWork();
    expect((await throughIt(text)).back).toBe(text);
    // Without bounds each of these took seconds.
    expect(worked()).toBeLessThan(1_500);
  },
);
