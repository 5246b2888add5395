import { type ChannelId, channelIds } from '../channel/ids.ts';
import { nearestWord } from '../understanding/nearest-word.ts';
import { Failure } from './failure.ts';

/** The channel of this name. Throws `Failure` with the nearest one for any other. */
export function previewedChannel(name: string): ChannelId {
  const wanted = name.trim().toLowerCase();
  const channel = channelIds.find((id) => id === wanted);
  if (channel) return channel;
  const nearest = channelIds.find((id) => wanted !== '' && id.startsWith(wanted)) ?? nearestWord(wanted, channelIds);
  throw new Failure(
    [
      `There is no channel "${name}"${nearest === null ? '' : `. Did you mean ${nearest}`}${nearest === null ? '.' : '?'}`,
      `The channels are ${channelIds.join(', ')}.`,
      `To say who is talking, use --name: parley chat --name ${JSON.stringify(name)}`,
    ].join('\n'),
    2,
  );
}
