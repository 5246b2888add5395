/** Folded greetings that tell who says them; "hi" and "ola" do not. */
const greetings: Readonly<Record<string, string>> = {
  es: 'hola buenas',
  pt: 'oi opa',
  de: 'hallo moin servus',
  nl: 'hallo hoi',
  hi: 'namaste namaskar namaskaram pranam',
  ar: 'salam marhaba ahlan',
  fr: 'bonjour bonsoir salut',
  it: 'ciao buongiorno',
};

/** The one language of a shop that a greeting alone belongs to: "hallo" is German where nobody speaks Dutch. */
export const languageOfGreeting = (word: string, spoken: readonly string[]): string | null => {
  const [language, another] = spoken.filter((one) => greetings[one]?.split(' ').includes(word));
  return language !== undefined && another === undefined ? language : null;
};
