import type { ChannelHealth } from '../../../src/channel/adapter.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { GraphError } from './failure.ts';

export interface Health {
  state(): ChannelHealth;
  up(): void;
  /** Tells the log about what somebody has to mend, once. */
  failed(error: GraphError): void;
}

export function createHealth(log: Log): Health {
  let now: ChannelHealth = { state: 'up' };
  let told: number | null = null;
  return {
    state: () => now,
    up: () => {
      now = { state: 'up' };
      told = null;
    },
    failed: ({ graphCode, rule }) => {
      if (rule.outcome === 'outage')
        now = { state: 'connecting', detail: `WhatsApp: ${rule.reason}; tried again by itself` };
      if (rule.outcome !== 'account') return;
      const mend = rule.mend ?? 'look at WhatsApp Manager';
      now = { state: 'down', detail: `${rule.reason}: ${mend}` };
      if (told !== graphCode) log.error('WHATSAPP_CLOUD_ACCOUNT', { error: graphCode, reason: rule.reason, mend });
      told = graphCode;
    },
  };
}
