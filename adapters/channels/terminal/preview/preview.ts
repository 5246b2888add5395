import type { PartOrigin } from '../../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../../src/channel/capabilities.ts';
import type { ChannelId } from '../../../../src/channel/ids.ts';
import { lossLines } from '../../../../src/channel/loss-words.ts';
import type { Choice } from '../../../../src/channel/message.ts';
import type { RenderedPart } from '../../../../src/channel/rendered-part.ts';
import { type DrawOptions, drawPart, readableWidth } from '../draw-part.ts';
import { drawAs } from './draw-as.ts';
import { createKeys } from './keys.ts';
import { drawLines, keyColumns, type Line, plain, words, wrapped } from './line.ts';

export interface PreviewConfig {
  /** Whose look it has. */
  readonly channel: ChannelId;
  readonly capabilities: Capabilities;
  /** BCP 47, for prices. */
  readonly locale: string;
}

/** The terminal, dressed as another channel. */
export interface Preview extends PreviewConfig {
  /** Lines for the screen, with what the message lost below its last part. */
  draw(part: RenderedPart, at: PartPlace, options: DrawOptions): string;
  /** The choice whose key this is, among those that the last answer offers to be pressed. */
  pressed(typed: string): Choice | null;
}

export interface PartPlace {
  /** Names the turn among all. */
  readonly turn: string;
  readonly origin: PartOrigin;
}

export function createPreview(config: PreviewConfig): Preview {
  const keys = createKeys();
  return {
    ...config,
    draw(part, { turn, origin }, options) {
      const keyOf = keys.add(part, { ...origin, turn });
      const drawn =
        config.channel === 'terminal'
          ? drawPart(part, options)
          : drawLines(drawAs(part, { ...config, width: readableWidth(options), keyOf }), options.coloured);
      return `${drawn}${drawLines(lossRows(config, origin, options), options.coloured)}`;
    },
    pressed: keys.pressed,
  };
}

function lossRows(config: PreviewConfig, { losses }: PartOrigin, options: DrawOptions): readonly Line[] {
  const width = readableWidth(options) - keyColumns;
  return lossLines(losses, config).flatMap((line) => plain(wrapped([words(line, { dim: true })], width)));
}
