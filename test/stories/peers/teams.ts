import { type PostedMessage, startPlayground } from '../../fakes/teams/playground.ts';
import { startRecorder } from '../../fakes/teams/recorder.ts';
import { pressFor, shownOf } from '../../fakes/teams/shown.ts';
import type { ChannelPeer } from './channel-peer.ts';

/** A shopper in Microsoft's own playground for Teams bots. */
export async function openTeamsPeer(): Promise<ChannelPeer> {
  const recorder = await startRecorder();
  const playground = await startPlayground(recorder.endpoint);
  const chat = playground.personalChat;
  const seen = (): readonly PostedMessage[] => playground.shown(chat);
  return {
    environment: { TEAMS_WITHOUT_AUTH: 'yes' },
    takesNoKey: true,
    connect: async (shop) => recorder.leadTo(`${shop}/webhooks/teams`),
    says: (text) => playground.says(chat, text),
    picks: async (label) => {
      for (const message of seen().toReversed()) {
        const press = pressFor(message, label);
        if (press) return playground.submits(chat, { message: message.messageId, data: press.data });
      }
      throw new Error(
        `“${label}” is not shown, but: ${seen()
          .map((each) => shownOf(each).words)
          .join('\n')}`,
      );
    },
    again: recorder.again,
    seen: async () => seen().map((message) => shownOf(message).words),
    close: async () => {
      await playground.close();
      await recorder.close();
    },
  };
}
