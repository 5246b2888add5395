import { encode } from 'fast-png';

/** How far a point is from a shape's edge, in the drawing's units; below zero inside. */
type Shape = (x: number, y: number) => number;
type Colour = readonly [red: number, green: number, blue: number];

const green: Colour = [14, 99, 83];
const white: Colour = [255, 255, 255];

/** 192 × 192, its sign within the middle 96 ("App icons", learn.microsoft.com/microsoftteams), a colour over all of it. */
export function colourIcon(): Uint8Array {
  return draw(192, (x, y) => {
    const [inBubble, inBag] = [covered(bubble(x, y)), covered(bag(x, y))];
    return [...blended(blended(green, white, inBubble), green, inBag), 255];
  });
}

/** 32 × 32, white on nothing. */
export function outlineIcon(): Uint8Array {
  const scale = 112 / 32;
  return draw(32, (x, y) => {
    const [u, v] = [96 + (x - 16) * scale, 98 + (y - 16) * scale];
    const line = Math.abs(bubble(u, v) + 4) - 4;
    const seen = Math.max(covered(line / scale), covered(bag(u, v) / scale));
    return [...white, Math.round(255 * seen)];
  });
}

/** A speech bubble with its tail at the lower left. */
const bubble: Shape = (x, y) => Math.min(box(96, 90, 48, 38, 20)(x, y), tail(x, y));

const tail: Shape = (x, y) => {
  const inside = [x - 62, y - 110, (142 - y) * 0.7 - (x - 62) * 0.72];
  return -Math.min(...inside);
};

/** A shopping bag that smiles: without the smile it is a padlock. */
const bag: Shape = (x, y) => Math.max(Math.min(box(96, 97, 22, 18, 4)(x, y), arc(-1)(x, y + 17)), -arc(1)(x, y));

/** Half a ring, its ends at the height of 96: above (`-1`) or below (`1`). */
function arc(side: 1 | -1): Shape {
  const [radius, half] = [10, 2.4];
  return (x, y) => {
    const isBeside = (y - 96) * side < 0;
    const across = isBeside
      ? Math.hypot(Math.abs(x - 96) - radius, y - 96)
      : Math.abs(Math.hypot(x - 96, y - 96) - radius);
    return across - half;
  };
}

/** A box around its middle, half as wide and half as high as told, with round corners. */
function box(left: number, top: number, width: number, height: number, corner: number): Shape {
  return (x, y) => {
    const [dx, dy] = [Math.abs(x - left) - width + corner, Math.abs(y - top) - height + corner];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };
}

/** How much of a pixel a shape covers: its edge is one pixel wide. */
function covered(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}

function blended(under: Colour, over: Colour, share: number): Colour {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share);
  return [mix(under[0], over[0]), mix(under[1], over[1]), mix(under[2], over[2])];
}

function draw(size: number, pixel: (x: number, y: number) => readonly number[]): Uint8Array {
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) data.set(pixel(x + 0.5, y + 0.5), (y * size + x) * 4);
  }
  return encode({ width: size, height: size, data, channels: 4 });
}
