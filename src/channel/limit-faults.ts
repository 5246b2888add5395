import type { Capabilities } from './capabilities.ts';
import { answerables, type Choice, type Message } from './message.ts';
import { lengthOf } from './text-length.ts';

/** Something an author wrote that is longer than a channel shows at once. `degrade` copes; the author may want to know. */
export interface LimitFault {
  readonly what: 'button' | 'row' | 'description' | 'title' | 'text' | 'choice-id';
  /** The label, description or id; for a text its words are not repeated. */
  readonly name: string;
  readonly length: number;
  readonly max: number;
  /** `bytes` for ids and where the channel counts so; else UTF-16 units, near enough to characters. */
  readonly unit: 'characters' | 'bytes';
}

/**
 * What of a message is too long for the channel: "this button is 26 characters, WhatsApp shows 20". Choices are measured against
 * buttons while there are few enough of them, else against the list; a channel that numbers its choices has no limit for them.
 */
export function limitFaults(message: Message, capabilities: Capabilities): readonly LimitFault[] {
  const choices = answerables(message);
  return [
    ...textFaults(message, capabilities),
    ...titleFaults(message, capabilities),
    ...choiceFaults(choices, message, capabilities),
  ];
}

function textFaults({ text }: Message, capabilities: Capabilities): readonly LimitFault[] {
  const { max, unit } = capabilities.text;
  const length = lengthOf(text, unit);
  return length > max ? [{ what: 'text', name: '', length, max, unit: unit === 'bytes' ? 'bytes' : 'characters' }] : [];
}

function titleFaults(message: Message, { cards }: Capabilities): readonly LimitFault[] {
  if (message.type !== 'products' || cards === null) return [];
  return message.products.flatMap(({ title }) => tooLong('title', title, cards.titleMax));
}

function choiceFaults(choices: readonly Choice[], message: Message, capabilities: Capabilities): readonly LimitFault[] {
  const onCards = message.type === 'products' && capabilities.cards !== null;
  const measured = onCards ? message.choices : choices;
  const { buttons, list } = capabilities;
  if (buttons !== null && measured.length <= buttons.max && !(list && measured.some(({ description }) => description)))
    return measured.flatMap((choice) => [
      ...tooLong('button', choice.label, buttons.labelMax),
      ...idFaults(choice, buttons.idMaxBytes),
    ]);
  if (list === null || measured.length > list.max) return [];
  return measured.flatMap((choice) => [
    ...tooLong('row', choice.label, list.labelMax),
    ...tooLong('description', choice.description ?? '', list.descriptionMax),
    ...idFaults(choice, list.idMaxBytes),
  ]);
}

function tooLong(what: LimitFault['what'], name: string, max: number): readonly LimitFault[] {
  return name.length > max ? [{ what, name, length: name.length, max, unit: 'characters' }] : [];
}

function idFaults({ id }: Choice, max: number): readonly LimitFault[] {
  const length = Buffer.byteLength(id);
  return length > max ? [{ what: 'choice-id', name: id, length, max, unit: 'bytes' }] : [];
}
