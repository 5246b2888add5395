import type { Capabilities } from './capabilities.ts';
import { channelNames } from './channel-names.ts';
import type { Loss } from './degrading/loss.ts';
import type { ChannelId } from './ids.ts';

/** The channel that is looked at, and what it can show. */
export interface LossChannel {
  readonly channel: ChannelId;
  readonly capabilities: Capabilities;
}

type Kind = Loss['kind'];
type LossOf<K extends Kind> = Extract<Loss, { readonly kind: K }>;

/** What a message lost, in words for whoever writes flows: a line for each kind, with the limit behind it where one is. */
export function lossLines(losses: readonly Loss[], { channel, capabilities }: LossChannel): readonly string[] {
  const kinds = [...new Set(losses.map(({ kind }) => kind))];
  return kinds.map((kind) => `lost on ${channelNames[channel]}: ${wordsFor(kind, losses, capabilities)}`);
}

function wordsFor(kind: Kind, losses: readonly Loss[], can: Capabilities): string {
  switch (kind) {
    case 'listed':
      return `${sum(of(kind, losses), 'choices', 'choice')} in a menu that has to be opened first${whyListed(of(kind, losses), can)}`;
    case 'numbered':
      return `${sum(of(kind, losses), 'choices', 'choice')} became numbered text${whyNumbered(of(kind, losses), can)}`;
    case 'shortened':
      return shortenedWords(of(kind, losses), losses, can);
    case 'labels-numbered':
      return `${sum(of(kind, losses), 'choices', 'label')} carry a number, for cut short two of them would look alike${roomForLabels(losses, can)}`;
    case 'described-in-text':
      return `the full words of ${sum(of(kind, losses), 'choices', 'choice')} stand in the text above${whyDescribed(losses, can)}`;
    case 'split':
      return `a text became ${of(kind, losses)
        .map(({ parts }) => parts)
        .join(' and ')} messages (at most ${can.text.max} ${unitOf(can)} in each)`;
    case 'text-moved':
      return 'a text became a message of its own, too long to stand with what it is about';
    case 'cards-flattened':
      return `${sum(of(kind, losses), 'products', 'product card')} became plain (${can.cards === null ? 'there are no cards' : 'they do not fit its cards'})`;
    case 'image-dropped':
      return `${sum(of(kind, losses), 'images', 'picture')} left out (${can.image === null ? 'there are no pictures' : 'there is no room for pictures in a menu'})`;
    case 'markup-dropped':
      return `${of(kind, losses).map(markupWords).join(', ')}`;
    case 'receipt-flattened':
      return 'the receipt became text (there are no receipts)';
    case 'location-in-words':
      return 'the place is asked for in words (there is no button for it)';
    case 'contact-in-words':
      return 'the telephone number is asked for in words (there is no button for it)';
    case 'invoice-in-words':
      return `the invoice became text (${can.invoice === null ? 'no payments are taken in the chat' : 'this one cannot be paid in the chat'})`;
    case 'empty':
      return 'a message with nothing to say is not sent';
  }
}

function of<K extends Kind>(kind: K, losses: readonly Loss[]): readonly LossOf<K>[] {
  return losses.filter((loss): loss is LossOf<K> => loss.kind === kind);
}

/** `12 choices`, with `are`-less grammar: what follows fits one and many. */
function sum<Name extends string>(losses: readonly Readonly<Record<Name, number>>[], name: Name, what: string): string {
  const total = losses.reduce((all, loss) => all + loss[name], 0);
  return `${total} ${what}${total === 1 ? '' : 's'}`;
}

function most(count: { readonly choices: number }[] | readonly { readonly choices: number }[]): number {
  return Math.max(...count.map(({ choices }) => choices));
}

function whyListed(losses: readonly LossOf<'listed'>[], { buttons }: Capabilities): string {
  if (buttons === null) return ' (there are no buttons)';
  if (most(losses) > buttons.max) return ` (at most ${buttons.max} buttons)`;
  return ` (a button has room for ${buttons.labelMax} characters and no description)`;
}

function whyNumbered(losses: readonly LossOf<'numbered'>[], { buttons, list }: Capabilities): string {
  if (buttons === null && list === null) return ' (there are no buttons)';
  const room = Math.max(buttons?.max ?? 0, list?.max ?? 0);
  if (most(losses) <= room) return ' (their labels or ids do not fit)';
  const limits = [buttons && `${buttons.max} buttons`, list && `${list.max} rows of a menu`];
  return ` (at most ${limits.filter(Boolean).join(' or ')})`;
}

function shortenedWords(cut: readonly LossOf<'shortened'>[], losses: readonly Loss[], can: Capabilities): string {
  const [first] = cut;
  const what = cut.length === 1 ? '1 label is cut' : `${cut.length} labels are cut`;
  return `${what}${first === undefined ? '' : `, ${cut.length === 1 ? '' : 'such as '}“${first.shown}”`}${roomForLabels(losses, can)}`;
}

function roomForLabels(losses: readonly Loss[], can: Capabilities): string {
  const room = labelRoom(losses, can);
  return room === null ? '' : ` (${room.what} has room for ${room.max} characters)`;
}

interface Room {
  readonly what: string;
  readonly max: number;
}

/** Only a menu's rows and buttons name their limit: cards cut their titles and their buttons at different ones. */
function labelRoom(losses: readonly Loss[], { buttons, list, cards }: Capabilities): Room | null {
  if (losses.some(({ kind }) => kind === 'listed')) return list && { what: 'a row', max: list.labelMax };
  if (cards !== null || losses.some(({ kind }) => kind === 'numbered')) return null;
  return buttons && { what: 'a button', max: buttons.labelMax };
}

function whyDescribed(losses: readonly Loss[], { buttons, list }: Capabilities): string {
  if (losses.some(({ kind }) => kind === 'listed'))
    return list === null ? '' : ` (a row has room for ${list.labelMax} characters and ${list.descriptionMax} below)`;
  return buttons === null ? '' : ` (a button has room for ${buttons.labelMax} characters and no description)`;
}

function markupWords({ markup }: LossOf<'markup-dropped'>): string {
  switch (markup) {
    case 'bold':
    case 'italic':
      return `${markup} words look like the others`;
    case 'code':
      return 'code looks like other words';
    case 'link':
      return 'a link shows its address';
  }
}

function unitOf({ text }: Capabilities): string {
  return text.unit === 'bytes' ? 'bytes' : 'characters';
}
