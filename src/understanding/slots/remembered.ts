/** Locales and zones come from shoppers' devices, so what is kept of them has a bound. */
const mostRemembered = 200;

/** A pure function of a name that computes each name once, as `Intl` tables are slow to make. */
export const remembered = <Value>(compute: (name: string) => Value): ((name: string) => Value) => {
  const values = new Map<string, Value>();
  return (name) => {
    const known = values.get(name);
    if (known !== undefined) return known;
    if (values.size >= mostRemembered) values.clear();
    const value = compute(name);
    values.set(name, value);
    return value;
  };
};
