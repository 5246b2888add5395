import { encode } from 'fast-png';
import encodeQR from 'qr';

/** Light modules on every side, without which scanners do not find the code (ISO/IEC 18004:2024, 5.3.8). */
const quietZone = 4;

/** Rows of modules, true where dark, with the quiet zone. Medium error correction: 15 % may be dirty or torn. */
function modules(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
}

/** White beneath, so that it can be read on any ground. */
export function qrSvg(text: string): string {
  const rows = modules(text);
  const dark = rows.map((row, y) => darkRuns(row, y)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${dark}"/></svg>\n`
  );
}

function darkRuns(row: readonly boolean[], y: number): string {
  const line = row.map((dark) => (dark ? '1' : '0')).join('');
  return [...line.matchAll(/1+/gu)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('');
}

/** Greyscale; `scale` pixels a module. */
export function qrPng(text: string, scale: number): Uint8Array {
  const rows = modules(text);
  const size = rows.length * scale;
  const data = new Uint8Array(size * size);
  for (let y = 0; y < size; y += 1) {
    const row = rows[Math.floor(y / scale)];
    for (let x = 0; x < size; x += 1) data[y * size + x] = row?.[Math.floor(x / scale)] ? 0 : 255;
  }
  return encode({ width: size, height: size, data, channels: 1, depth: 8 });
}
