import { createPreview, type Preview } from '../../adapters/channels/terminal/preview/preview.ts';
import { degrade } from '../../src/channel/degrade.ts';
import type { ChannelId } from '../../src/channel/ids.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import type { Message } from '../../src/channel/message.ts';
import { partsWithOrigin } from '../../src/channel/part-origin.ts';

export function previewOf(channel: ChannelId, capabilities = capabilitiesOf[channel]): Preview {
  return createPreview({ channel, capabilities, locale: 'en-US' });
}

export interface Looking {
  readonly width?: number;
  readonly coloured?: boolean;
}

/** What the screen shows of a message. */
export function shownAs(preview: Preview, message: Message, looking: Looking = {}): string {
  const { width = 80, coloured = false } = looking;
  return partsWithOrigin(message, degrade(message, preview.capabilities))
    .map(({ part, origin }) => preview.draw(part, { turn: 'one', origin }, { width, coloured }))
    .join('');
}

/** The keys that a reader sees in the margin or before a button. */
export function keysShown(screen: string): readonly string[] {
  return screen.split('\n').flatMap((line) => {
    const inMargin = /^ {0,3}(#?\d+) (?=[[│])/u.exec(line);
    const besideButtons = [...line.matchAll(/(?:^ {5}| {2})(#?\d+) \[ /gu)].map(([, key = '']) => key);
    return inMargin ? [inMargin[1] ?? ''] : besideButtons;
  });
}

/** The words without the frames around them and the spaces between. */
export function unframed(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Mn}[\]│╭╮╰╯┌┐└┘├┤─]+/gu, '');
}
