const shortest = 4;
const shortestRoot = 3;

/** A word without its English ending: enough to bring "deliver", "delivered" and "deliveries" together, no more. */
export const stemOf = (word: string): string => {
  if (word.length < shortest) return word;
  const single = word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
  const root = single.replace(/(?:ation|ment|ing|edly|ed|er|ly|able|al|ion)$/, '');
  return (root.length >= shortestRoot ? root : single).replace(/e$/, '').replace(/y$/, 'i');
};
