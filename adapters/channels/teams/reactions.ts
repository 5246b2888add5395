import type { InboundContent } from '../../../src/channel/inbound.ts';
import type { Activity } from './activity-schema.ts';

/** Reactions given and taken back: learn.microsoft.com/microsoftteams, "Conversation events", message reaction events. */
export function reactionsIn({
  reactionsAdded = [],
  reactionsRemoved = [],
  replyToId = '',
}: Activity): readonly InboundContent[] {
  return [
    ...reactionsAdded.map(({ type }): InboundContent => ({ type: 'reaction', emoji: emojiOf(type), to: replyToId })),
    ...reactionsRemoved.map((): InboundContent => ({ type: 'reaction', emoji: null, to: replyToId })),
  ];
}

const emojis: Readonly<Record<string, string>> = {
  like: '👍',
  heart: '❤️',
  laugh: '😆',
  surprised: '😮',
  sad: '😢',
  angry: '😠',
  plusOne: '👍',
};

/** Others are named by their code points, e.g. `1f44b_wavinghand`. */
function emojiOf(type: string): string {
  const [known] = [emojis[type]].filter(Boolean);
  if (known) return known;
  const code = Number.parseInt(/^([\da-f]{4,6})(?:[_-]|$)/iu.exec(type)?.[1] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : type.slice(0, 40);
}
