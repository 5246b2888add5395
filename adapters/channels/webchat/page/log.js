import { make, unseen } from './dom.js';
import { ownWords } from './own.js';
import { renderPart } from './parts.js';
import { lossNotes } from './preview.js';

const notYet = [Number.POSITIVE_INFINITY, 0, 0];

/**
 * The conversation on the screen: rows in the order of their places `[turn, message, part]`. A visitor's line stands at the
 * end until the server says which turn it began. The same key or id twice changes nothing.
 */
export function createLog(element, tools) {
  let rows = [];

  const find = (key) => rows.find((row) => row.key === key);
  const put = (row) => {
    rows = rows.filter((other) => other !== row);
    const after = rows.findIndex((other) => compare(other.place, row.place) > 0);
    const index = after === -1 ? rows.length : after;
    if (rows[index]?.element !== row.element) element.insertBefore(row.element, rows[index]?.element ?? null);
    rows.splice(index, 0, row);
  };
  const showPart = ({ key, place, part, inReplyTo, losses }) => {
    if (find(key)) return;
    const asked = inReplyTo && find(inReplyTo);
    if (asked) put(Object.assign(asked, { place: [place[0], -1, 0] }));
    const children = [renderPart(part, tools), lossNotes(losses)].flat();
    put({ key, place, element: make('div', { class: 'row shop' }, unseen(tools.say('shop')), ...children) });
  };
  const addOwn = (id, content, place = notYet) => {
    const words = find(id) ? null : ownWords(id, content, tools);
    if (words === null) return;
    const bubble = make('div', { class: 'bubble', dir: 'auto' }, ...words);
    put({ key: id, place, element: make('div', { class: 'row own' }, unseen(tools.say('you')), bubble) });
  };
  const placeOwn = (id, content, place) => {
    const known = find(id);
    if (known) {
      showHeard(known.element, content, tools.say);
      return put(Object.assign(known, { place }));
    }
    addOwn(id, content, place);
    if (content.type === 'choice') markPicked(before(place), content.id, tools.say);
  };
  const before = (place) => rows.filter((row) => compare(row.place, place) < 0).map((row) => row.element);
  const showTurn = ({ turn, inbound, parts }) => {
    if (inbound) placeOwn(inbound.id, inbound.content, [turn, -1, 0]);
    for (const part of parts) showPart(part);
  };
  return {
    showPart,
    showTurn,
    addOwn,
    state: (id, note) => setNote(find(id)?.element, note),
    /** The oldest turn shown, for asking for what was before it. */
    firstTurn: () => rows[0]?.place[0] ?? null,
    /** The first line of the newest turn: what a reader wants to have on the screen. */
    newestOwn: () => rows.findLast((row) => row.element.classList.contains('own'))?.element ?? null,
    clear: () => {
      rows = [];
      element.replaceChildren();
    },
  };
}

function compare(one, other) {
  const index = one.findIndex((number, at) => number !== other[at]);
  return index === -1 ? 0 : one[index] - other[index];
}

/** What was understood of a voice note comes with its turn, after it has been shown. */
function showHeard(row, { kind, heard }, say) {
  const sent = row.querySelector('.sent.voice');
  if (!sent || !heard || kind !== 'voice' || row.querySelector('.heard')) return;
  sent.append(make('span', { class: 'about heard' }, unseen(say('understood')), `“${heard}”`));
}

/** The note below a line: what becomes of it. `null` when all is well. */
function setNote(row, note) {
  if (!row) return;
  row.querySelector('.note')?.remove();
  row.classList.toggle('unsent', note !== null);
  if (note) row.append(make('div', { class: 'note', role: 'status' }, ...note));
}

/** Marks the newest button of this choice; the words of the mark are for those who listen. */
function markPicked(rows, choiceId, say) {
  for (const row of rows.toReversed()) {
    const button = [...row.querySelectorAll('[data-choice]')].find((each) => each.dataset.choice === choiceId);
    if (button) return markButton(button, say);
  }
}

export function markButton(button, say) {
  if (button.classList.contains('picked')) return;
  button.classList.add('picked');
  if (button.hasAttribute('aria-label'))
    button.setAttribute('aria-label', `${button.getAttribute('aria-label')}, ${say('picked')}`);
  else button.append(make('span', { class: 'unseen' }, `, ${say('picked')}`));
}
