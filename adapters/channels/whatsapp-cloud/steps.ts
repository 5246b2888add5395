import { formatMoney } from '../../../src/catalog/format-money.ts';
import type { Choice, ProductCard } from '../../../src/channel/message.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText, type RichText } from '../../../src/channel/rich-text.ts';
import { isBlankString } from '../../../src/channel/text-length.ts';
import type { Picture, Pictures } from './picture.ts';
import * as requests from './requests.ts';
import type { Words } from './words.ts';

/** One message of a part. */
export interface Step {
  /** The body of the request; `null` when there is nothing to send. Throws `GraphError` when it needs an upload. */
  make(): Promise<object | null>;
  /** What is sent when WhatsApp refuses it, or there was nothing: the words must not be lost over a picture. */
  instead(): readonly Step[];
}

export interface Stage {
  readonly pictures: Pictures;
  readonly words: Words;
  readonly locale: string;
  readonly catalogId: string | null;
}

/** The messages that show a part, in order; `null` for a part that the capabilities name none of. */
export function stepsFor(stage: Stage, part: RenderedPart): readonly Step[] | null {
  switch (part.type) {
    case 'text':
      return [step(requests.textRequest(part.text))];
    case 'buttons':
      return [step(requests.buttonsRequest(part.text, part.choices))];
    case 'list':
      return [step(requests.listRequest(part.text, part.choices, stage.words))];
    case 'ask-location':
      return [step(requests.locationRequest(part.text))];
    case 'image':
      return [imageStep(stage, part)];
    case 'cards':
      return cardSteps(stage, part);
    case 'receipt':
    case 'ask-contact':
    case 'invoice':
      return null;
  }
}

function step(body: object, instead: readonly Step[] = []): Step {
  return { make: async () => body, instead: () => instead };
}

type Part<Type extends RenderedPart['type']> = Extract<RenderedPart, { type: Type }>;

/** An upload that WhatsApp has lost goes up once more, before the words go alone. */
function imageStep(stage: Stage, part: Part<'image'>, isAgain = false): Step {
  let tried: Picture | null = null;
  return {
    make: async () => {
      tried = await stage.pictures.pictureFor(part.url);
      return tried && requests.imageRequest(tried, part.caption);
    },
    instead: () => {
      const isForgotten = tried !== null && stage.pictures.forget(tried);
      return isForgotten && !isAgain ? [imageStep(stage, part, true)] : wordsOf(part);
    },
  };
}

function wordsOf({ alt, caption }: Part<'image'>): readonly Step[] {
  const words: RichText = isBlankString(plainText(caption)) ? [alt] : caption;
  return isBlankString(plainText(words)) ? [] : [step(requests.textRequest(words))];
}

/** Products as the catalogue shows them, then a list or buttons to pick them by: a product message presses nothing. */
function cardSteps(stage: Stage, { text, cards, choices }: Part<'cards'>): readonly Step[] | null {
  const { catalogId, words } = stage;
  if (catalogId === null) return null;
  const ids = cards.map(({ id }) => id);
  const [first = ''] = ids;
  const shown =
    ids.length === 1
      ? requests.productRequest(text, catalogId, first)
      : requests.productsRequest(text, { catalogId, ids, words });
  const asWords = isBlankString(plainText(text)) ? [] : [step(requests.textRequest(text))];
  return [step(shown, asWords), ...menuSteps(stage, cards, choices)];
}

/** "Interactive list messages": 10 rows over all sections. */
const mostRows = 10;

function menuSteps(stage: Stage, cards: readonly ProductCard[], choices: readonly Choice[]): readonly Step[] {
  const rows = cards.map((card) => rowOf(card, stage.locale));
  const list = (all: readonly Choice[]) => step(requests.listRequest([], requests.fittedRows(all), stage.words));
  if (rows.length + choices.length <= mostRows) return [list([...rows, ...choices])];
  return [list(rows), step(requests.buttonsRequest([], choices))];
}

function rowOf({ choice, title, price }: ProductCard, locale: string): Choice {
  return { id: choice.id, label: title, description: formatMoney(price, locale) };
}
