/** Turns a place in a text into line and column, both from 1. The YAML parser's own counter loses lines in broken files. */
export interface Lines {
  linePos(offset: number): { readonly line: number; readonly col: number };
}

export function createLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    linePos(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      const line = lastNotAfter(starts, at);
      return { line: line + 1, col: at - (starts[line] ?? 0) + 1 };
    },
  };
}

function lastNotAfter(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
