import { describe, expect, it } from 'vitest';
import { isPublicHost } from '../../src/channel/public-host.ts';

const hostOf = (address: string): string => new URL(address).hostname;

describe('a host', () => {
  it.each(['https://shop.example', 'https://bücher.de', 'https://a.b.co.uk', 'https://shop.example.'])(
    'of %s is on the open internet',
    (address) => expect(isPublicHost(hostOf(address))).toBe(true),
  );

  it.each([
    ...[
      'http://127.0.0.1',
      'http://2130706433',
      'http://0x7f.1',
      'http://10.0.0.8.',
      'http://[::1]',
      'http://[::ffff:10.0.0.1]',
    ],
    ...['http://localhost', 'http://localhost.', 'http://printer', 'http://printer.local', 'http://printer.LOCAL.'],
    ...['http://metadata.google.internal', 'http://box.home.arpa', 'http://nas.lan', 'http://a.localhost'],
  ])('of %s is not', (address) => expect(isPublicHost(hostOf(address))).toBe(false));
});
