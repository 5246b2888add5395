/**
 * A new element. `props` are its attributes; `text` and strings among the children become text, never markup.
 * `false` and `null` children are left out.
 */
export function make(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== false && child !== null && child !== undefined));
  return element;
}

/** Words for those who listen. */
export function unseen(words) {
  return make('span', { class: 'unseen' }, `${words} `);
}

/** Words or figures that keep their own direction, whatever stands around them. */
export function isolated(...words) {
  return make('bdi', {}, ...words);
}

/** An amount: figures are read from left to right also among Arabic words, or "US$" would become "$US". */
export function figures(words) {
  return make('bdi', { dir: 'ltr' }, words);
}

/** The address if a page may use it as a picture's or a link's, otherwise `null`. */
export function safeAddress(address, protocols) {
  try {
    const url = new URL(address, document.baseURI);
    return protocols.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
