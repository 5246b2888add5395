import { isNameAtAll } from '../../../understanding/personal/find-names.ts';
import type { ModelMessage } from '../../language-model.ts';
import { wordsIn } from '../json-text.ts';

/** "What is your name?", "Wie heißen Sie?", "¿Cómo te llamas?", "Como se chama?", "आपका नाम?", "ما اسمك؟" and their like. */
const asksName =
  /\bnames?\b|\bnamen\b|\bwho (?:am i|are you|is (?:speaking|the recipient|(?:this|it)(?! for\b)))\b|\b(?:can|may|shall|should|do) (?:i|we) call you\b|\bhei(?:ß|ss)(?:en|t|e)\b|\bwer (?:sind sie|bist du|spricht|schreibt)\b|\bnombres?\b|\bllam(?:as?|áis|arte|arle|o|amos)\b|\bqui[eé]n (?:eres|es|habla|escribe)\b|\bnomes?\b|\bcham(?:a|as|o|amos|ar)\b|\bquem (?:é|fala|est[aá])|नाम|कौन बोल|اسم|تسم[يى]|مين معي|من معي/iu;
const asksAddress =
  /\baddress\b|\bwhere\b.*\b(?:go|send|sent|ship|shipped|deliver|delivered|live)\b|\badresse\b|\bwohin\b|\bdirecci[oó]n\b|\bendere[cç]o\b|पता|عنوان/iu;

const looksLikeName = /^\p{L}[\p{L}\p{M}.'’ -]{1,60}$/u;
const mostNames = 4;

/** Names that answer the question just before them, with nothing around them that says so. */
export function answeredNames(messages: readonly ModelMessage[]): readonly string[] {
  return messages.flatMap((message, index) => {
    if (message.from !== 'shopper' || !follows(messages, index, asksName)) return [];
    const said = wordsIn(message.text).at(-1)?.trim() ?? '';
    return looksLikeName.test(said) && said.split(/\s+/u).length <= mostNames && isNameAtAll(said) ? [said] : [];
  });
}

/** Whether these words of a message answer where something is to go: they hold a number, and more than that. */
export function isAskedAddress(messages: readonly ModelMessage[], index: number, words: string): boolean {
  const message = messages[index];
  if (message?.from !== 'shopper' || wordsIn(message.text).at(-1) !== words) return false;
  if (words.includes('?') || !/\p{N}/u.test(words) || !/\p{L}{2}/u.test(words)) return false;
  return follows(messages, index, asksAddress);
}

/** The question stands in the message before, or in the same one beside what was answered. */
function follows(messages: readonly ModelMessage[], index: number, asks: RegExp): boolean {
  const [before, own] = [messages[index - 1], messages[index]];
  const questions = [
    ...(before?.from === 'model' ? wordsIn(before.text) : []),
    ...(own?.from === 'shopper' ? wordsIn(own.text).slice(0, -1) : []),
  ];
  return questions.some((question) => /[?؟]/u.test(question) && asks.test(question));
}
