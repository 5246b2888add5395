/** `money(locale)` writes `{ amount, currency }`, in minor units, as people of that locale do. */
export function createMoney(locale) {
  return ({ amount, currency }) => {
    const format = formatFor(locale, currency);
    if (format === null) return `${(amount / 100).toFixed(2)} ${currency}`;
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  };
}

function formatFor(locale, currency) {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency });
  } catch {
    return null;
  }
}
