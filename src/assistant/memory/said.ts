import type { InboundContent } from '../../channel/inbound.ts';
import { inboundWords } from '../../channel/inbound-words.ts';
import { answerables, type Message } from '../../channel/message.ts';
import { plainText } from '../../channel/rich-text.ts';
import type { TranscriptEntry } from '../../runtime/transcript.ts';
import type { ModelMessage } from '../language-model.ts';

/**
 * A turn as a model reads it: the words of messages as they were shown, amounts in them too, and of cards their labels alone. Figures may
 * have changed since: none of an answer may come from here, it is checked against what is looked up anew.
 */
export function saidIn({ inbound, outbound }: TranscriptEntry): readonly ModelMessage[] {
  const asked = inbound === null ? '' : askedWords(inbound);
  const answered = outbound
    .map(shownWords)
    .filter((words) => words !== '')
    .join('\n');
  return [
    ...(asked === '' ? [] : [{ from: 'shopper' as const, text: asked.slice(0, longest) }]),
    ...(answered === '' ? [] : [{ from: 'model' as const, text: answered.slice(0, longest), calls: [] }]),
  ];
}

/** Of one message: enough for what it was about. */
const longest = 1_000;

function askedWords(content: InboundContent): string {
  switch (content.type) {
    case 'left':
    case 'reaction':
    case 'delivery':
      return '';
    default:
      return inboundWords(content);
  }
}

function shownWords(message: Message): string {
  const words = plainText(message.text);
  const choices = answerables(message).map(({ label }, index) => `${index + (firstNumber(message) ?? 1)}. ${label}`);
  return [message.type === 'image' && words === '' ? message.alt : words, ...choices].join('\n').trim();
}

function firstNumber(message: Message): number | undefined {
  return message.type === 'choices' || message.type === 'products' ? message.firstNumber : undefined;
}
