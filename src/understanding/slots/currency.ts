interface CurrencyName {
  readonly names: string;
  /** All currencies it may stand for, the usual one first. */
  readonly codes: string;
}

const currencyNames: readonly CurrencyName[] = [
  { names: '$ dollar dollars buck bucks dolar dolares', codes: 'USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS' },
  { names: '€ euro euros eur', codes: 'EUR' },
  { names: '£ pound pounds quid pfund libra libras', codes: 'GBP EGP' },
  { names: '¥ yen', codes: 'JPY CNY' },
  { names: '元 yuan', codes: 'CNY' },
  { names: '₹ rs rupee rupees rupia rupias', codes: 'INR PKR LKR NPR' },
  { names: 'r$ real reais', codes: 'BRL' },
  { names: 'us$', codes: 'USD' },
  { names: 'a$ au$', codes: 'AUD' },
  { names: 'c$ ca$', codes: 'CAD' },
  { names: 'mx$', codes: 'MXN' },
  { names: 'peso pesos', codes: 'MXN ARS CLP COP PHP UYU' },
  { names: 'franken franc francs fr sfr', codes: 'CHF' },
  { names: 'kr krona kronor krone kroner', codes: 'SEK NOK DKK ISK' },
  { names: 'zl zloty', codes: 'PLN' },
  { names: '₺ lira', codes: 'TRY' },
  { names: '₽ ruble rubles', codes: 'RUB' },
  { names: '₩ won', codes: 'KRW' },
  { names: '₪ shekel shekels', codes: 'ILS' },
  { names: '₫ dong', codes: 'VND' },
];

const codesByName: ReadonlyMap<string, readonly string[]> = new Map(
  currencyNames.flatMap(({ names, codes }) =>
    names.split(' ').map((name): [string, string[]] => [name, codes.split(' ')]),
  ),
);

const knownCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The code a sign, word or code stands for; an ambiguous one stands for the shop's own where it can. */
export const currencyNamed = (name: string, shopCurrency: string): string | null => {
  const codes = codesByName.get(name.toLowerCase());
  if (codes !== undefined) return codes.includes(shopCurrency) ? shopCurrency : (codes[0] ?? null);
  const code = name.toUpperCase();
  return code.length === 3 && knownCodes.has(code) ? code : null;
};
