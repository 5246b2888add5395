import { remembered } from '../../understanding/slots/remembered.ts';

const namesIn = remembered((locale) => {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' });
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'region' });
  }
});

/** A country as people say it; the code where nobody has a name for it. */
export function countryName(code: string, locale: string): string {
  try {
    return namesIn(locale).of(code) ?? code;
  } catch {
    return code;
  }
}
