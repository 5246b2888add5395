import { readFile } from 'node:fs/promises';
import { describe, it } from 'vitest';
import { readTests } from '../../src/rehearsal/read-tests.ts';
import { hasBrowser } from '../channels/webchat-browser.ts';
import { openTeamsPeer } from './peers/teams.ts';
import { openPolledTelegramPeer, openTelegramPeer } from './peers/telegram.ts';
import { openTerminalPeer } from './peers/terminal.ts';
import { openWebchatPeer } from './peers/webchat.ts';
import { openWhatsappCloudPeer } from './peers/whatsapp-cloud.ts';
import { openWhatsappWebPeer } from './peers/whatsapp-web.ts';
import { type OpenPeer, playOnChannel } from './play-on-channel.ts';

const paths = ['flows/tests/main-story.yaml', 'flows/tests/selling-story.yaml'];
const files = paths.map(async (path) => ({
  path,
  text: await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'),
}));
const { tests } = readTests(await Promise.all(files), 'USD');

const channels: Readonly<Record<string, { readonly openPeer: OpenPeer; readonly needsBrowser?: boolean }>> = {
  'the terminal': { openPeer: openTerminalPeer },
  'the web chat': { openPeer: openWebchatPeer, needsBrowser: true },
  'Telegram by webhook': { openPeer: openTelegramPeer },
  'Telegram by long polling': { openPeer: openPolledTelegramPeer },
  'WhatsApp by the Cloud API': { openPeer: openWhatsappCloudPeer },
  'WhatsApp Web': { openPeer: openWhatsappWebPeer, needsBrowser: true },
  Teams: { openPeer: openTeamsPeer },
};

describe.each(Object.entries(channels))(
  'the stories on %s, through its real client',
  (_name, { openPeer, needsBrowser }) => {
    it.skipIf(needsBrowser && !hasBrowser).each(tests)('$title', (test) => playOnChannel(test, openPeer), 120_000);
  },
);
