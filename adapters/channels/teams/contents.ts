import type { InboundContent, MediaContent } from '../../../src/channel/inbound.ts';
import type { Activity } from './activity-schema.ts';
import { attachedTo } from './attached.ts';
import { readChoice } from './choice-data.ts';
import { wordsOf } from './words.ts';

/** What a message says, in order: a picked choice, words, or files with the words under the first of them. */
export function contentsOf(activity: Activity): readonly InboundContent[] {
  const picked = readChoice(activity.value);
  if (picked) return [picked];
  const words = wordsOf(activity);
  const files = grouped(attachedTo(activity), activity.id);
  if (files.length > 0) return withCaption(files, words);
  if (words !== '') return [{ type: 'text', text: words }];
  if (activity.value !== undefined) return [{ type: 'unsupported', what: 'card answer' }];
  // The bot's name and nothing else: somebody calls it.
  return [activity.text ? { type: 'opened' } : { type: 'unsupported', what: 'empty message' }];
}

function withCaption(files: readonly InboundContent[], words: string): readonly InboundContent[] {
  if (words.trim() === '') return files;
  const at = files.findIndex(({ type }) => type === 'media');
  if (at < 0) return [...files, { type: 'text', text: words }];
  return files.map((file, index) => (index === at ? { ...(file as MediaContent), caption: words } : file));
}

/** Files of one message are one thing: who sends three pictures hears once that they cannot be read. */
function grouped(files: readonly InboundContent[], group: string | undefined): readonly InboundContent[] {
  const several = files.filter(({ type }) => type === 'media').length > 1;
  if (!several || group === undefined) return files;
  return files.map((file) => (file.type === 'media' ? { ...file, group: group.slice(0, 100) } : file));
}
