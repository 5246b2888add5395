import { describe, expect, it } from 'vitest';
import { flatPicture, pictureType } from '../../src/channel/picture.ts';

describe('a picture', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n0000', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x24\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['RIFF\x24\x00\x00\x00WAVEfmt ', null],
    ['<svg xmlns=', null],
    ['', null],
  ])('that begins with %j is %s', (head, type) => expect(pictureType(Buffer.from(head, 'latin1'))).toBe(type));

  it('of the shop’s that is an SVG is shown by the PNG beside it, whatever follows its name', () => {
    expect(['/pictures/a.svg', '/pictures/a.SVG?v=2', '/a.svg#x', '/a.svgz', '/a.svg.jpg'].map(flatPicture)).toEqual([
      '/pictures/a.png',
      '/pictures/a.png?v=2',
      '/a.png#x',
      '/a.svgz',
      '/a.svg.jpg',
    ]);
  });
});
