import type { ActionRegistry } from '../actions/registry.ts';
import { channelNames } from '../channel/channel-names.ts';
import { capabilitiesOf } from '../channel/limits/capabilities-of.ts';
import type { CheckContext } from '../dialog/book.ts';
import type { Config } from './config.ts';

/** Flows are checked for every channel, so that turning one on later brings no surprise. */
export function checkContext({ shop }: Pick<Config, 'shop'>, actions: Pick<ActionRegistry, 'shapes'>): CheckContext {
  const channels = Object.entries(channelNames).map(([id, name]) => ({
    name,
    capabilities: capabilitiesOf[id as keyof typeof channelNames],
  }));
  return { shop, actions: actions.shapes, channels };
}
