/**
 * A question without what tells of a person: addresses of mail and pages, telephone and card numbers, numbers of orders. Short numbers stay,
 * for "a size 42" is what the question is about.
 */
export function redact(text: string): string {
  return text
    .replaceAll(/[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/gu, '[e-mail]')
    .replaceAll(/\b(?:https?:\/\/|www\.)\S+/giu, '[link]')
    .replaceAll(/\b(?=[\p{L}-]*\p{N})(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]{8,}\b/gu, '[number]')
    .replaceAll(/(?:\+|\b)\p{N}(?:[\s()./-]{0,2}\p{N}){4,}/gu, '[number]')
    .replaceAll(/(?<![\p{L}\p{N}])[#@][\p{L}\p{N}_-]{2,}/gu, '[name]');
}
