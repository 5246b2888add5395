import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';

const token = '7000001:AAfake-token_for-tests';
const set = (more: Record<string, string> = {}) => readConfig({ TELEGRAM_BOT_TOKEN: token, ...more }).telegram;
const problems = (more: Record<string, string>): readonly string[] => {
  try {
    set(more);
    return [];
  } catch (error) {
    return (error as { problems: readonly string[] }).problems;
  }
};

describe('Telegram’s settings', () => {
  it('poll with a token alone, though the shop has a public address', () => {
    expect(readConfig({}).telegram).toBeNull();
    const plain = { token, apiRoot: null, publicUrl: null, secretToken: null, paymentToken: null };
    expect(set()).toEqual(plain);
    expect(set({ PARLEY_PUBLIC_URL: 'https://chat.example.com' })).toEqual(plain);
  });

  it('name where Telegram posts to when it is asked to', () => {
    const posted = {
      PARLEY_PUBLIC_URL: 'https://chat.example.com:8443/',
      TELEGRAM_WEBHOOK: 'yes',
      TELEGRAM_WEBHOOK_SECRET: 'sixteen_letters-',
      TELEGRAM_PAYMENT_TOKEN: '1:TEST:x',
    };
    expect(set(posted)).toMatchObject({
      publicUrl: 'https://chat.example.com:8443',
      secretToken: 'sixteen_letters-',
      paymentToken: '1:TEST:x',
    });
  });

  it('are refused, with what mends them, where Telegram could not post', () => {
    expect(problems({ TELEGRAM_WEBHOOK: 'yes' })).toEqual([expect.stringContaining('needs PARLEY_PUBLIC_URL')]);
    for (const address of ['http://chat.example.com', 'https://chat.example.com:3000']) {
      const posted = { TELEGRAM_WEBHOOK: 'yes', PARLEY_PUBLIC_URL: address };
      expect(problems(posted)).toEqual([expect.stringContaining('443, 80, 88 or 8443')]);
      expect(problems({ ...posted, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' })).toEqual([]);
    }
    expect(() => readConfig({ TELEGRAM_WEBHOOK: 'yes' })).toThrow('TELEGRAM_WEBHOOK=yes needs TELEGRAM_BOT_TOKEN');
    expect(problems({ TELEGRAM_WEBHOOK: 'maybe' })).toEqual(['TELEGRAM_WEBHOOK must be yes or no']);
    expect(problems({ TELEGRAM_WEBHOOK_SECRET: 'short' })).toEqual([expect.stringContaining('16 to 256')]);
  });
});
