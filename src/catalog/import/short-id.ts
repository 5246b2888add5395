import { createHash } from 'node:crypto';

/**
 * Bytes of UTF-8. A product is picked by a choice named after it (`{turn}.p:{id}`), and Telegram's buttons carry 64 bytes
 * (InlineKeyboardButton, `callback_data`); a longer one falls back to numbered text. Every other product title of a large
 * shop makes a longer handle.
 */
const longestId = 48;
const hashLength = 8;

/** The id itself, or its beginning and a hash of the whole: always the same for the same id, so a second import finds it. */
export function shortId(id: string): string {
  if (id.length * 3 <= longestId || Buffer.byteLength(id) <= longestId) return id;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, hashLength);
  return `${beginning(id, longestId - hashLength - 1)}-${hash}`;
}

function beginning(id: string, mostBytes: number): string {
  let [kept, bytes] = ['', 0];
  for (const character of id) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept.replace(/[\s_-]+$/, '');
}
