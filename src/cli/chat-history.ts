import { drawPart, drawText } from '../../adapters/channels/terminal/draw-part.ts';
import { degrade } from '../channel/degrade.ts';
import type { InboundContent } from '../channel/inbound.ts';
import { inboundWords } from '../channel/inbound-words.ts';
import { terminalCapabilities } from '../channel/limits/terminal.ts';
import type { TranscriptEntry } from '../runtime/transcript.ts';
import type { ChatScreen } from './chat-screen.ts';

/** What was said before, as it was shown. */
export function showHistory(entries: readonly TranscriptEntry[], screen: ChatScreen, locale: string): void {
  for (const { inbound, outbound } of entries) {
    const said = inbound === null ? '' : wordsOf(inbound);
    if (said !== '') screen.write(drawText([`> ${said}`], screen.drawing()).trimEnd());
    const parts = outbound.flatMap((message) => degrade(message, terminalCapabilities, { locale }).parts);
    for (const part of parts) screen.write(drawPart(part, screen.drawing()));
  }
}

/** At a terminal somebody types; all else is a channel's own. */
function wordsOf(content: InboundContent): string {
  return content.type === 'text' || content.type === 'choice' || content.type === 'media' ? inboundWords(content) : '';
}
