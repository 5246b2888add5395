import { readFile } from 'node:fs/promises';
import { describe, it } from 'vitest';
import { readTests } from '../../src/rehearsal/read-tests.ts';
import { hasBrowser } from '../channels/webchat-browser.ts';
import { openTerminalPeer } from './peers/terminal.ts';
import { openWebchatPeer } from './peers/webchat.ts';
import { type OpenPeer, playOnChannel } from './play-on-channel.ts';

const path = 'flows/tests/main-story.yaml';
const file = { path, text: await readFile(new URL(`../../${path}`, import.meta.url), 'utf8') };
const { tests } = readTests([file], 'USD');

const channels: Readonly<Record<string, { readonly openPeer: OpenPeer; readonly needsBrowser?: boolean }>> = {
  'the terminal': { openPeer: openTerminalPeer },
  'the web chat': { openPeer: openWebchatPeer, needsBrowser: true },
};

describe.each(Object.entries(channels))(
  `${path} on %s, through its real client`,
  (_name, { openPeer, needsBrowser }) => {
    it.skipIf(needsBrowser && !hasBrowser).each(tests)('$title', (test) => playOnChannel(test, openPeer), 120_000);
  },
);
