import { plainText, type RichText } from '../rich-text.ts';
import { isBlank, isBlankString, lengthOf } from '../text-length.ts';
import type { Draft } from './draft.ts';
import { addText, paragraphs } from './text.ts';

export interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly text: RichText;
}

/** Appends a picture; where there are none, what it shows and where it is. A text too long for a caption follows it. */
export function addImage(draft: Draft, picture: Picture): void {
  const { image, text } = draft.capabilities;
  const { url, alt } = picture;
  if (image === null) {
    addInWords(draft, picture);
    return;
  }
  const caption = isBlank(picture.text) ? [] : picture.text;
  const fits = lengthOf(caption, text.unit) <= image.captionMax;
  draft.parts.push({ type: 'image', url, alt, caption: fits ? caption : [] });
  if (fits) return;
  draft.losses.push({ kind: 'text-moved' });
  addText(draft, caption);
}

function addInWords(draft: Draft, { url, alt, text }: Picture): void {
  draft.losses.push({ kind: 'image-dropped', images: 1 });
  const told = plainText(text).includes(alt.trim());
  addText(draft, paragraphs(text, pictureInWords(url, told ? '' : alt)));
}

/** An address that a person could open; inlined pictures and files are none. */
function pictureInWords(url: string, alt: string): RichText {
  if (!/^https?:\/\//i.test(url)) return [alt];
  return [isBlankString(alt) ? url : `${alt} (${url})`];
}
