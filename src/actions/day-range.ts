/** `Tue, Dec 1 – Thu, Dec 3`, as people of a locale (BCP 47) write it, with plain blanks; two days as `2026-12-01`. */
export function dayRange(earliest: string, latest: string, locale: string): string {
  const format = new Intl.DateTimeFormat([...readable(locale), 'en'], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(earliest), new Date(latest)).replace(/\s/gu, ' ');
}

function readable(locale: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(locale);
  } catch {
    return [];
  }
}
