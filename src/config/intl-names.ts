/** Names that the runtime's own tables know. */
export function isLocale(name: string): boolean {
  return accepts(() => Intl.getCanonicalLocales(name));
}

export function isCurrency(name: string): boolean {
  return Intl.supportedValuesOf('currency').includes(name);
}

export function isTimeZone(name: string): boolean {
  return accepts(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function accepts(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
