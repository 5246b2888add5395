import { badRequest } from './api-error.ts';
import { cleanText, type FormattedText, isBlank } from './clean-text.ts';
import { parseHtml } from './html-markup.ts';
import type { Parameters } from './parameters.ts';

/** A text parameter with its markup read and cleaned. Markdown is not spoken here: nobody asked for it yet. */
function readFormatted(request: Parameters, name: 'text' | 'caption'): FormattedText {
  const raw = request.text(name) ?? '';
  if (/\p{Surrogate}/u.test(raw)) throw badRequest('strings must be encoded in UTF-8');
  const mode = (request.text('parse_mode') ?? '').toLowerCase();
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  return cleanText(mode === 'html' ? parseHtml(raw) : { text: raw, entities: [] });
}

/** `text`: 1-4096 characters after entities parsing (https://core.telegram.org/bots/api#sendmessage), in UTF-16 units. */
export function readMessageText(request: Parameters): FormattedText {
  const formatted = readFormatted(request, 'text');
  if (isBlank(formatted.text)) throw badRequest('message text is empty');
  if (formatted.text.length > 4096) throw badRequest('message is too long');
  return formatted;
}

/** `caption`: 0-1024 characters after entities parsing (https://core.telegram.org/bots/api#sendphoto). */
export function readCaption(request: Parameters): FormattedText {
  const formatted = readFormatted(request, 'caption');
  if (formatted.text.length > 1024) throw badRequest('message caption is too long');
  return formatted;
}
