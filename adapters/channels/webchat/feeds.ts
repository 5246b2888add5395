import type { ConversationId } from '../../../src/channel/ids.ts';
import type { WebchatClock } from './clock.ts';
import type { Feed } from './feed.ts';

/** All open pages of this process. */
export interface Feeds {
  /** `close` ends its connection; returns how to forget it. */
  add(page: OpenPage): () => void;
  of(conversation: ConversationId): readonly Feed[];
  count(): number;
  closeAll(): void;
}

export interface OpenPage {
  readonly feed: Feed;
  beat(): void;
  close(): void;
}

export interface FeedsConfig {
  /** How often the transcript is asked for what other processes answered. Only while a page is open. */
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

export function createFeeds(config: FeedsConfig, clock: WebchatClock, onTrouble: (error: unknown) => void): Feeds {
  const pages = new Set<OpenPage>();
  const byConversation = new Map<ConversationId, readonly Feed[]>();
  let stopTimers: (() => void) | null = null;

  const change = (of: ConversationId, feeds: readonly Feed[]) => {
    if (feeds.length > 0) byConversation.set(of, feeds);
    else byConversation.delete(of);
  };
  const of = (conversation: ConversationId) => byConversation.get(conversation) ?? [];
  const pollAll = () => {
    for (const { feed } of pages) if (!feed.isBusy()) feed.catchUp().catch(onTrouble);
  };
  const beatAll = () => {
    for (const page of pages) page.beat();
  };
  const startTimers = () => {
    const stopPoll = clock.every(config.pollMs, pollAll);
    const stopBeat = clock.every(config.heartbeatMs, beatAll);
    return () => {
      stopPoll();
      stopBeat();
    };
  };
  const forget = (page: OpenPage) => {
    const { feed } = page;
    feed.stop();
    pages.delete(page);
    change(
      feed.conversation,
      of(feed.conversation).filter((other) => other !== feed),
    );
    if (pages.size > 0) return;
    stopTimers?.();
    stopTimers = null;
  };
  return {
    add: (page) => {
      pages.add(page);
      change(page.feed.conversation, [...of(page.feed.conversation), page.feed]);
      stopTimers ??= startTimers();
      return () => forget(page);
    },
    of,
    count: () => pages.size,
    closeAll: () => {
      for (const page of [...pages]) page.close();
    },
  };
}
