import { detectLanguage } from '../../src/understanding/language.ts';
import type { Figure } from '../piece.ts';
import { count, shareOf } from './cross-validation.ts';
import { type WrittenMessage, writtenMessages } from './language-messages.ts';

const candidates = ['en', 'es', 'pt', 'de', 'hi', 'ar'];
const sure = 0.8;

const isRight = ({ text, language }: WrittenMessage): boolean =>
  detectLanguage(text, candidates)?.language === language;

const ofKind = (kind: string): Figure => {
  const messages = writtenMessages.filter((one) => one.kind === kind);
  return {
    name: `language: ${kind}`,
    value: shareOf(count(messages, isRight)),
    unit: 'share',
    note: `${messages.length} messages`,
  };
};

export const languageFigures = (): readonly Figure[] => {
  const surely = writtenMessages.filter(({ text }) => (detectLanguage(text, candidates)?.confidence ?? 0) >= sure);
  const from = performance.now();
  const all = shareOf(count(writtenMessages, isRight));
  const each = (performance.now() - from) / writtenMessages.length;
  return [
    {
      name: 'language of a message',
      value: all,
      unit: 'share',
      note: `${writtenMessages.length} messages of two to six words, written for this by those who wrote the word lists`,
    },
    {
      name: 'language, where it is surer than 0.8',
      value: shareOf(count(surely, isRight)),
      unit: 'share',
      note: `${surely.length} of them`,
    },
    ...[...new Set(writtenMessages.map(({ kind }) => kind))].map(ofKind),
    { name: 'language, a message', value: each, unit: 'ms', aim: { atMost: 0.3 } },
  ];
};
