/** A page's text, cut after its head. */
export interface SplitPage {
  /** What stands between the two lines `---`, with as many lines in front as in the file; `null`: there is no head. */
  readonly head: string | null;
  readonly body: string;
  /** Line of the file where the body begins, from 1. */
  readonly bodyLine: number;
  /** The head is opened and never closed. */
  readonly isUnclosed: boolean;
}

const fence = /^---[ \t]*$/;

export function splitHead(text: string): SplitPage {
  const lines = text.split('\n');
  if (!fence.test(lines[0] ?? '')) return { head: null, body: text, bodyLine: 1, isUnclosed: false };
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end < 0) return { head: null, body: '', bodyLine: lines.length, isUnclosed: true };
  return {
    head: ['', ...lines.slice(1, end)].join('\n'),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    isUnclosed: false,
  };
}
