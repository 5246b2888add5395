/**
 * A choice's id as WhatsApp keeps it with a button or row. It takes no blank at either end ("Interactive reply buttons messages"), so
 * that such an id is written otherwise, and read back when it is pressed.
 */
export function toPressId(id: string): string {
  return id === id.trim() && !id.startsWith(mark) ? id : mark + encodeURIComponent(id.toWellFormed());
}

export function fromPressId(given: string): string {
  if (!given.startsWith(mark)) return given;
  try {
    return decodeURIComponent(given.slice(mark.length));
  } catch {
    return given;
  }
}

const mark = '~';
