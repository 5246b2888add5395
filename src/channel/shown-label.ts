import { isBlankString } from './text-length.ts';

/** The label as channels take it: on one line, and its number where there is nothing to see. */
export function shownLabel(label: string, number: number): string {
  if (isPlainLabel(label)) return label;
  return isBlankString(label) ? `#${number}` : onOneLine(label);
}

/** Most labels: nothing about them needs mending. */
export function isPlainLabel(label: string): boolean {
  return /^[!-~]+(?: [!-~]+)*$/.test(label);
}

export function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
