import type { Mistake } from '../../book.ts';

/** The words of one text that a language lacks; `file` is where its translation belongs. */
export function missingTranslation({ language, file }: Lacking): Pick<Mistake, 'message' | 'hint'> {
  return { message: `${lacks}${language}.`, hint: `${add}${file}.` };
}

export interface Lacking {
  /** In English: "Spanish". */
  readonly language: string;
  readonly file: string;
}

/** Read back, so that many of them can be told in a line; `null`: a mistake of another kind. */
export function lackingIn({ code, message, hint }: Mistake): Lacking | null {
  if (code !== 'missing-translation' || !message.startsWith(lacks) || !hint?.startsWith(add)) return null;
  return { language: message.slice(lacks.length, -1), file: hint.slice(add.length, -1) };
}

const lacks = 'This text has no translation into ';
const add = 'Add it to ';
