import encodeQR from 'qr';

/** Two rows of modules a line, light on dark as most terminals are: a code of WhatsApp's (some 240 characters) is 65 columns wide. */
export function qrLines(text: string): readonly string[] {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 2 });
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) lines.push(lineOf(rows[y] ?? [], rows[y + 1] ?? []));
  return lines;
}

function lineOf(upper: readonly boolean[], lower: readonly boolean[]): string {
  return upper.map((isDark, x) => blocks[(isDark ? 0 : 2) + (lower[x] === false ? 1 : 0)] ?? ' ').join('');
}

/** By what is light: nothing, the lower half, the upper half, both. */
const blocks = [' ', '▄', '▀', '█'] as const;

export function qrSvg(text: string): string {
  return encodeQR(text, 'svg', { ecc: 'low', border: 4 });
}
