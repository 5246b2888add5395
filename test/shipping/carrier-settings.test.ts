import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

const problemsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

it('connects EasyPost with its key alone, with a webhook once there is a secret', () => {
  expect(readConfig({}).easypost).toBeNull();
  expect(readConfig({ EASYPOST_API_KEY: 'EZTK1' }).easypost).toEqual({
    apiKey: 'EZTK1',
    apiRoot: null,
    webhookSecret: null,
  });
  const all = {
    EASYPOST_API_KEY: 'EZTK1',
    EASYPOST_API_ROOT: 'http://127.0.0.1:1/v2',
    EASYPOST_WEBHOOK_SECRET: '12345678',
  };
  expect(readConfig(all).easypost).toMatchObject({ apiRoot: 'http://127.0.0.1:1/v2', webhookSecret: '12345678' });
});

it('tells what is wrong with it, and quotes no secret', () => {
  expect(problemsOf({ EASYPOST_WEBHOOK_SECRET: '12345678' })).toEqual([expect.stringContaining('EASYPOST_API_KEY')]);
  const wrong = problemsOf({ EASYPOST_API_KEY: 'k', EASYPOST_API_ROOT: 'ftp://x', EASYPOST_WEBHOOK_SECRET: 'kurz' });
  expect(wrong.map((problem) => problem.split(' ')[0])).toEqual(['EASYPOST_API_ROOT', 'EASYPOST_WEBHOOK_SECRET']);
  expect(wrong.join()).not.toContain('kurz');
});
