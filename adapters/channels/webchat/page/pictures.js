import { make } from './dom.js';

/**
 * The visitor's own pictures: from this page while it is open, afterwards from the server, which gives each visitor only theirs.
 * `ask` is the visitor's.
 */
export function createPictures(ask, { say, onSize }) {
  const known = new Map();

  const fetched = async (id) => {
    const response = await ask(`media/${encodeURIComponent(id)}`);
    if (!response.ok) throw new Error('no picture');
    return URL.createObjectURL(await response.blob());
  };
  const address = (id) => {
    const found = known.get(id) ?? fetched(id);
    known.set(id, found);
    return Promise.resolve(found);
  };
  return {
    /** The file may be promised. */
    keep: (id, file) =>
      known.set(
        id,
        Promise.resolve(file).then((each) => URL.createObjectURL(each)),
      ),
    /** The picture of this message; words where it is no more. */
    show: (id) => {
      const image = make('img', { class: 'picture', alt: say('yourPicture') });
      const words = make('span', { class: 'sent' }, say('yourPicture'));
      const fill = (src) => {
        image.addEventListener('load', onSize, { once: true });
        image.src = src;
        words.replaceWith(image);
      };
      address(id).then(fill, () => known.delete(id));
      return words;
    },
  };
}
