import type { Figure } from './piece.ts';

/** A table for the terminal: each figure beside what it should be. */
export function drawFigures(title: string, figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length), 0);
  const rows = figures.map((figure) => {
    const { name, note } = figure;
    return `  ${name.padEnd(width)}  ${shown(figure).padStart(10)}  ${verdict(figure).padEnd(14)}  ${note ?? ''}`.trimEnd();
  });
  return [`\n${title}`, ...rows].join('\n');
}

function shown({ value, unit }: Figure): string {
  switch (unit) {
    case 'share':
      return value.toFixed(3);
    case 'ms':
      return `${value.toFixed(2)} ms`;
    case 'count':
    case 'tokens':
      return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
  }
}

function verdict({ value, aim }: Figure): string {
  if (aim === undefined) return '';
  if ('atLeast' in aim) return `≥ ${aim.atLeast} ${value >= aim.atLeast ? '✓' : 'missed'}`;
  return `≤ ${aim.atMost} ${value <= aim.atMost ? '✓' : 'missed'}`;
}
