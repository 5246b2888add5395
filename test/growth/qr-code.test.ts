import { decode } from 'fast-png';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { chatUrl, linkChannels } from '../../src/growth/links/chat-url.ts';
import { longestText } from '../../src/growth/links/link-words.ts';
import { qrPng, qrSvg } from '../../src/growth/links/qr-code.ts';

const places = {
  telegram: 'parley_bot',
  whatsapp: '+4915123456789',
  teams: '00000000-0000-4000-8000-000000000001',
  web: 'https://chat.example.com',
};
const link = { code: 'K7F3QX', text: 'Hello! I am interested in Cozy Winter Parka' };
const urls = linkChannels.map((channel) => chatUrl(link, channel, places) ?? '');

interface Picture {
  readonly size: number;
  isDark(x: number, y: number): boolean;
}

/** As a scanner does: from pixels. */
function scan({ size, isDark }: Picture): string {
  const data = new Uint8Array(size * size * 4).fill(255);
  for (let at = 0; at < size * size; at += 1) {
    if (isDark(at % size, Math.floor(at / size))) data.fill(0, at * 4, at * 4 + 3);
  }
  return decodeQR({ width: size, height: size, data });
}

function pngPicture(bytes: Uint8Array): Picture {
  const { width, height, data, channels } = decode(bytes);
  expect({ channels, isSquare: width === height }).toEqual({ channels: 1, isSquare: true });
  return { size: width, isDark: (x, y) => data[y * width + x] === 0 };
}

const pixels = 3;

/** What the one path that is drawn upon white covers. */
function svgPicture(svg: string): Picture {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const path = /<path d="([^"]*)"/.exec(svg)?.[1] ?? '';
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map(([, x, y, width]) => [
    +(x ?? 0),
    +(y ?? 0),
    +(width ?? 0),
  ]);
  expect(path.replace(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('');
  const dark = new Set(
    runs.flatMap(([x = 0, y = 0, width = 0]) => Array.from({ length: width }, (_, i) => `${x + i},${y}`)),
  );
  return {
    size: size * pixels,
    isDark: (x, y) => dark.has(`${Math.floor(x / pixels)},${Math.floor(y / pixels)}`),
  };
}

describe('A QR code', () => {
  it.each(urls)('as PNG is read as %s', (url) => {
    expect(scan(pngPicture(qrPng(url, 4)))).toBe(url);
  });

  it.each(urls)('as SVG is read as %s', (url) => {
    expect(scan(svgPicture(qrSvg(url)))).toBe(url);
  });

  it('has four light modules on every side, and as many pixels a module as were asked for', () => {
    const picture = pngPicture(qrPng('https://t.me/parley_bot?start=K7F3QX', 10));
    expect(picture.size).toBe((29 + 8) * 10);
    for (let along = 0; along < picture.size; along += 1) {
      for (const edge of [0, 39, picture.size - 40, picture.size - 1]) {
        expect(picture.isDark(along, edge) || picture.isDark(edge, along)).toBe(false);
      }
    }
    expect(picture.isDark(40, 40)).toBe(true);
  });

  it('has room for the longest words in any script', () => {
    const url = chatUrl({ code: 'K7F3QX', text: '語'.repeat(longestText) }, 'teams', places) ?? '';
    expect(scan(pngPicture(qrPng(url, 3)))).toBe(url);
  });

  it('is still read with a twelfth of it torn away', () => {
    const url = urls[0] ?? '';
    const { size, isDark } = pngPicture(qrPng(url, 6));
    const torn = (x: number, y: number): boolean =>
      x > size * 0.55 && x < size * 0.75 && y > size * 0.5 && y < size * 0.62;
    expect(scan({ size, isDark: (x, y) => isDark(x, y) && !torn(x, y) })).toBe(url);
  });
});
