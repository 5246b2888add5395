import { drawPart, drawText } from '../../adapters/channels/terminal/draw-part.ts';
import type { Preview } from '../../adapters/channels/terminal/preview/preview.ts';
import { degrade } from '../channel/degrade.ts';
import type { ConversationId } from '../channel/ids.ts';
import type { InboundContent } from '../channel/inbound.ts';
import { inboundWords } from '../channel/inbound-words.ts';
import { terminalCapabilities } from '../channel/limits/terminal.ts';
import type { Message } from '../channel/message.ts';
import { partsWithOrigin } from '../channel/part-origin.ts';
import type { TranscriptEntry } from '../runtime/transcript.ts';
import type { ChatScreen } from './chat-screen.ts';

export interface History {
  readonly conversation: ConversationId;
  readonly screen: ChatScreen;
  readonly locale: string;
  readonly preview: Preview | null;
}

/** What was said before, as it was shown, or as the previewed channel would have shown it. */
export function showHistory(entries: readonly TranscriptEntry[], history: History): void {
  const { conversation, screen } = history;
  for (const { turn, inbound, outbound } of entries) {
    const said = inbound === null ? '' : wordsOf(inbound);
    if (said !== '') screen.write(drawText([`> ${said}`], screen.drawing()).trimEnd());
    for (const message of outbound)
      for (const lines of drawn(message, `${conversation}:${turn}`, history)) screen.write(lines);
  }
}

function drawn(message: Message, turn: string, { screen, locale, preview }: History): readonly string[] {
  const degraded = degrade(message, preview?.capabilities ?? terminalCapabilities, { locale });
  return partsWithOrigin(message, degraded).map(({ part, origin }) =>
    preview ? preview.draw(part, { turn, origin }, screen.drawing()) : drawPart(part, screen.drawing()),
  );
}

/** At a terminal somebody types; all else is a channel's own. */
function wordsOf(content: InboundContent): string {
  return content.type === 'text' || content.type === 'choice' || content.type === 'media' ? inboundWords(content) : '';
}
