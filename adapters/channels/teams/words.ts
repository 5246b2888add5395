import { decodeEntities } from '../../../src/catalog/import/html-text.ts';
import type { Activity } from './activity-schema.ts';

/** What was written, which Teams sends as HTML: without the bot's own name, which says who is meant and nothing else; others keep theirs. */
export function wordsOf({ text = '', entities = [], recipient }: Activity): string {
  const own = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
  const names = own.flatMap((entity) => (entity.text ? [entity.text] : []));
  const rest = names.reduce((words, name) => words.replaceAll(name, ''), text);
  const plain = decodeEntities(rest.replace(/<\/?at(?:\s[^<>]{0,200})?>/giu, ''));
  return names.length > 0 ? plain.trim() : plain;
}
