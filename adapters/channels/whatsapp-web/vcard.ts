export interface VcardContact {
  readonly phone: string;
  readonly name: string | null;
}

/** Whom a vCard names, and their first telephone number (RFC 6350; WhatsApp adds `waid=`); `null` when it has no number. */
export function readVcard(source: string): VcardContact | null {
  const lines = source
    .slice(0, 20_000)
    .replace(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u);
  const tel = propertyOf(lines, /^(?:item\d+\.)?TEL\b/iu);
  const phone = tel?.replace(/^tel:/iu, '').trim();
  if (!phone || !/\d/u.test(phone)) return null;
  return { phone: phone.slice(0, 40), name: unescaped(propertyOf(lines, /^FN\b/iu)) };
}

function propertyOf(lines: readonly string[], property: RegExp): string | null {
  const line = lines.find((each) => property.test(each));
  return line?.slice(line.indexOf(':') + 1) ?? null;
}

function unescaped(value: string | null): string | null {
  return (
    value
      ?.replace(/\\([,;\\])/gu, '$1')
      .trim()
      .slice(0, 200) || null
  );
}
