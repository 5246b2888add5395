import { at } from './at.js';
import { make } from './dom.js';
import { keepApart } from './storage.js';

/**
 * For those who build the shop: shows the page as another channel would show it, `?as=telegram`. Does nothing where the server
 * offers no previews. Returns the channel's id, or `null`.
 */
export function openPreview(previews) {
  if (!previews) return null;
  const wanted = new URLSearchParams(location.search).get('as');
  const shown = previews.find(({ id }) => id === wanted) ?? null;
  at('preview').replaceWith(strip(previews, shown));
  if (shown) keepApart(shown.id);
  return shown?.id ?? null;
}

function strip(previews, shown) {
  const words = shown ? `Shown as ${shown.name} would show it` : 'Show as';
  const none = make('option', { value: '' }, 'this page');
  const options = previews.map(({ id, name }) => make('option', { value: id, selected: id === shown?.id }, name));
  const select = make('select', { 'aria-label': 'Show as' }, none, ...options);
  select.addEventListener('change', () => open(select.value));
  return make('div', { class: shown ? 'preview on' : 'preview', id: 'preview' }, make('span', {}, words), select);
}

function open(channel) {
  const search = new URLSearchParams(location.search);
  if (channel === '') search.delete('as');
  else search.set('as', channel);
  location.search = search.toString();
}

/** Below a part: what its message lost on the way. */
export function lossNotes(losses = []) {
  return losses.map((words) => make('p', { class: 'lost' }, words));
}
