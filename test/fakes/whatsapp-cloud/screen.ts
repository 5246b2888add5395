import type { SentBody } from './message-rules.ts';

/** One of the shop's messages as the person sees it. */
export interface Seen {
  readonly words: string;
  /** What can be pressed on it. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

export function seen(body: SentBody, titles: ReadonlyMap<string, string>): Seen {
  switch (body.type) {
    case 'text':
      return { words: rendered(body.text.body), choices: [] };
    case 'image':
      return { words: rendered(body.image.caption ?? ''), choices: [] };
    case 'template':
      return {
        words: body.template.components.flatMap(({ parameters }) => parameters.map(({ text }) => text)).join('\n'),
        choices: [],
      };
    case 'interactive':
      return interactive(body.interactive, titles);
  }
}

type Interactive = Extract<SentBody, { type: 'interactive' }>['interactive'];

function interactive(shown: Interactive, titles: ReadonlyMap<string, string>): Seen {
  const above = rendered(shown.body?.text ?? '');
  switch (shown.type) {
    case 'button':
      return menu(
        above,
        shown.action.buttons.map(({ reply }) => ({ id: reply.id, label: reply.title })),
      );
    case 'list': {
      const rows = shown.action.sections.flatMap((section) => section.rows);
      const described = rows.flatMap(({ description }) => description ?? []);
      return menu(
        [above, ...described].join('\n'),
        rows.map(({ id, title: label }) => ({ id, label })),
      );
    }
    case 'location_request_message':
      return menu(above, []);
    case 'product':
      return menu([above, titles.get(shown.action.product_retailer_id)].join('\n'), []);
    case 'product_list': {
      const items = shown.action.sections.flatMap((section) => section.product_items);
      return menu([above, ...items.map((item) => titles.get(item.product_retailer_id))].join('\n'), []);
    }
  }
}

function menu(words: string, choices: Seen['choices']): Seen {
  return { words: [words, ...choices.map(({ label }) => label)].join('\n'), choices };
}

/**
 * What is left of the signs on a phone, by "How to format your messages" (faq.whatsapp.com): signs hold around words of one line, with no
 * letter at their outer and no blank at their inner side. What is not seen is taken out.
 */
export function rendered(text: string): string {
  const plain = text
    .replace(/```([\s\S]+?)```/gu, '$1')
    .replace(/`([^`\n]+)`/gu, '$1')
    .replace(/^> /gmu, '')
    .replace(/^[*-] (?=\S)/gmu, '• ');
  return unsigned(plain).replace(/\u2060/gu, '');
}

function unsigned(text: string): string {
  const found = /(?<![\p{L}\p{N}])([*_~])(?=[^\s\u2060])([^\n]*?[^\s])\1(?![\p{L}\p{N}])/u.exec(text);
  if (!found) return text;
  const [whole, , inner = ''] = found;
  return text.slice(0, found.index) + unsigned(inner) + unsigned(text.slice(found.index + whole.length));
}
