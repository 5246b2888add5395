import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeLock, type Lock } from '../../scripts/lock/complete-lock.ts';

it('the lock file names the packages of every platform, so that `npm ci` takes it', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  expect(completeLock(lock).added).toEqual([]);
});

it('a platform is read from the name of its package', () => {
  const optionalDependencies = {
    '@x/cli-linux-x64-musl': '1.0.0',
    '@x/cli-win32-arm64-msvc': '1.0.0',
    fsevents: '~2.3.3',
  };
  const { lock } = completeLock({ packages: { 'node_modules/x': { dev: true, optionalDependencies } } });
  expect(lock.packages).toMatchObject({
    'node_modules/@x/cli-linux-x64-musl': { version: '1.0.0', os: ['linux'], cpu: ['x64'], libc: ['musl'], dev: true },
    'node_modules/@x/cli-win32-arm64-msvc': { os: ['win32'], cpu: ['arm64'], optional: true },
    'node_modules/fsevents': { version: '2.3.3', os: ['darwin'] },
  });
});
