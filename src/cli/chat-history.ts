import { drawPart, drawText } from '../../adapters/channels/terminal/draw-part.ts';
import { degrade } from '../channel/degrade.ts';
import type { InboundContent } from '../channel/inbound.ts';
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

function wordsOf(content: InboundContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'choice':
      return content.label ?? '';
    case 'contact':
      return content.name ?? '';
    case 'location':
    case 'opened':
    case 'unsupported':
      return '';
  }
}
