/** The text of an answer whose JSON is still growing; `null`: it has not begun. Commands come before it. */
export function textSoFar(json: string): string | null {
  const start = textStart(json);
  if (start === null) return null;
  const end = endOfString(json, start);
  const raw = json.slice(start, end ?? json.length).replace(/\\(?:u[\da-fA-F]{0,3})?$/u, '');
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return null;
  }
}

/** Behind `"text":"` at the outermost level: a slot may be called so as well. */
function textStart(json: string): number | null {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charAt(at);
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    if (char !== '"') continue;
    const key = depth === 1 ? /^"text"\s*:\s*"/u.exec(json.slice(at, at + 40)) : null;
    if (key) return at + key[0].length;
    const end = endOfString(json, at + 1);
    if (end === null) return null;
    at = end;
  }
  return null;
}

function endOfString(json: string, from: number): number | null {
  for (let at = from; at < json.length; at += 1) {
    if (json.charAt(at) === '\\') at += 1;
    else if (json.charAt(at) === '"') return at;
  }
  return null;
}

/** Without the sentence that is still being written. */
export function wholeSentences(text: string): string {
  const ends = [...text.matchAll(/[.!?…。।؟](?=\s)|\n/gu)];
  const last = ends.at(-1);
  return last === undefined ? '' : text.slice(0, last.index + 1);
}
