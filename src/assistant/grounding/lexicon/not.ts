import { wholeWords } from './whole-words.ts';

/** What turns a statement round. With the flag `g`. */
export const not = wholeWords([
  "not|no|never|hardly|neither|nor|nothing|anything but|far from|without|isn't|aren't|wasn't|don't|doesn't|can't|cannot|no longer",
  'nicht|kein|keine|keinen|keiner|nie|niemals|kaum|weder',
  'nunca|jamás|tampoco|ningún|ninguna|não|nem|nenhum|nenhuma',
  'ohne|sin|sem|नहीं|मत|बिना|कभी नहीं|لا|ليس|ليست|لم|لن|بدون',
]);
