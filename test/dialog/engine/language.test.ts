import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const track =
  'flow: track\nabout: x\nstarts on: [where is my order]\nsteps:\n  - say: It is on its way.\n  - ask: Which colour?\n    for: colour\n    type: text\n';
const find = 'flow: find\nabout: x\nstarts on: [{ when: anything else }]\nsteps:\n  - say: Searching.\n';
const language = `flow: language
about: x
starts on: [{ when: another language }, change the language, "speak {wanted}"]
steps:
  - if: language
    then:
      - choose: "{{ language.label }}?"
        from:
          - "{{ language.label }}": [{ set: { wanted: "{{ language.id }}" } }]
          - "{{ language.now.label }}":
              - set: { conversation.language: "{{ language.now.id }}" }
              - end
  - { ask: Which language?, for: wanted, type: choice, choices: "{{ shop.languages }}" }
  - set: { conversation.language: "{{ wanted }}" }
  - say: From now on.
`;
const es =
  '"It is on its way.": Está en camino.\n"Which colour?": "¿Qué color?"\nSearching.: Busco.\nFrom now on.: Desde ahora.\n"Which language?": "¿Qué idioma?"\nstarts on: { track: [dónde está mi pedido] }\n';
const de =
  '"It is on its way.": Es ist unterwegs.\n"Which colour?": Welche Farbe?\nSearching.: Ich suche.\nFrom now on.: Ab jetzt.\n"Which language?": Welche Sprache?\n';
const chat = () => converse(bookOf([track, find, language], { messages: { es, de } }));

describe('the language a shopper writes in', () => {
  it('is answered in, with the very first message', () => {
    const talk = chat();
    expect(talk.say('hola, ¿dónde está mi pedido?')).toBe('Está en camino. / ¿Qué color?');
    expect(talk.state.locale).toBe('es');
  });

  it('is heard whatever the platform calls it', () => {
    for (const locale of ['en_US', 'en-aa-bb', 'classic-zh-cn', '']) {
      const talk = chat();
      expect(talk.hear({ type: 'text', text: 'busco una camisa azul para mi hermano', locale })).toBe('Busco.');
    }
  });

  it('is not changed by a thing’s name, nor by one that the shop does not have', () => {
    const talk = chat();
    for (const text of [
      'warm hoodie',
      'linen hose',
      'vans old skool',
      'café de colombia',
      'où est ma commande, s’il vous plaît ?',
      '42',
      '👍',
    ])
      expect(talk.say(text)).toBe('Searching.');
    expect(talk.state.locale).toBe(null);
  });

  it.each([
    'yo',
    'lol',
    'hi',
    'medium',
    'wat u sell',
    'waterproof jacket mens large',
    'vegan chocolate',
    'winter coat',
  ])('is not changed by what may be slang or a thing’s name: %s', (text) => {
    const talk = chat();
    talk.say(text);
    expect(talk.state.locale).toBe(null);
    const platform = chat();
    platform.hear({ type: 'text', text, locale: 'es' });
    expect(platform.state.locale).toBe('es');
  });

  it('is what a platform says until a sentence says otherwise', () => {
    const talk = chat();
    talk.hear({ type: 'text', text: 'winter coat', locale: 'es' });
    talk.hear({ type: 'text', text: 'where is my order please', locale: 'es' });
    expect(talk.state.locale).toBe('en');
  });

  it('is told by a greeting that one language alone has', () => {
    const talk = chat();
    talk.say('hallo');
    expect(talk.state.locale).toBe('de');
  });

  it('changes at once for other letters, also after it has changed', () => {
    const talk = converse(bookOf([track, find, language], { messages: { es, ar: '"Searching.": أبحث.\n' } }));
    talk.say('busco una camisa azul para mi hermano');
    expect(talk.say('معطف')).toBe('أبحث.');
    expect(talk.say('winter coat')).toBe('أبحث.');
  });

  it('is asked for once, after the answer, where it is in doubt', () => {
    const talk = chat();
    expect(talk.say('tiene size M?')).toBe('Searching. / Español (Spanish)? [1 Español (Spanish), 2 English]');
    expect(talk.pressLabel('English')).toBe('');
    expect(talk.say('tiene size L?')).toBe('Searching.');
    const other = chat();
    other.say('tiene size M?');
    expect(other.pressLabel('Español (Spanish)')).toBe('Desde ahora.');
  });

  it('changes again only for a plain sentence', () => {
    const talk = chat();
    talk.say('busco una camisa azul para mi hermano');
    expect(talk.say('slim fit jeans')).toBe('Busco.');
    expect(talk.say('where is my order now please')).toMatch(/^(It is on its way\. .*|Searching\.)$/);
  });
});

describe('a language that was chosen', () => {
  it('stays, whatever is written', () => {
    const talk = chat();
    expect(talk.say('speak german')).toBe('Ab jetzt.');
    expect(talk.say('where is my order')).toMatch(/^Es ist unterwegs\./);
    expect(talk.say('busco una camisa azul para mi hermano')).not.toMatch(/Busco|Searching/);
    expect(talk.state).toMatchObject({ locale: 'de', language: 'chosen' });
  });

  it('is spoken at once, in whichever language it is asked for, and again when another is', () => {
    const talk = chat();
    expect(talk.say('puedes hablar en español?')).toBe('Desde ahora.');
    expect(talk.say('auf deutsch bitte')).toBe('Ab jetzt.');
    expect(talk.say('mugs please')).toBe('Ich suche.');
    expect(talk.say('english please')).toBe('From now on.');
    expect(talk.state).toMatchObject({ locale: 'en', language: 'chosen' });
  });

  it('is picked in whichever language its name is', () => {
    const talk = chat();
    talk.say('change the language');
    expect(talk.say('alemán')).toBe('Ab jetzt.');
  });

  it('is picked among those of the shop by its own name or the shop’s word for it', () => {
    const talk = chat();
    expect(talk.say('change the language')).toBe(
      'Which language? [1 English, 2 Español (Spanish), 3 Deutsch (German)]',
    );
    expect(talk.say('deutsch')).toBe('Ab jetzt.');
  });
});
