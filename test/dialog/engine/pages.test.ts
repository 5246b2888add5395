import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const page = 'flow: page\nabout: x\nstarts on: [{ when: a page answers }]\nsteps:\n  - say: "{{ page.text }}"\n';
const one = 'flow: one\nabout: Track it.\nstarts on: [track it now]\nsteps:\n  - say: Tracked.\n';
const other = 'flow: other\nabout: Send it.\nstarts on: [send it now]\nsteps:\n  - say: Sent.\n';
const passage = { page: 'a', title: 'A', text: 'From the page.', link: null };

/** Two flows nearly as sure as each other, so that neither is sure, beside a page that is sure. */
function hear(flowsConfidence: number) {
  const book = bookOf([page, one, other]);
  const match = (flow: string, confidence: number) => ({ flow, confidence, by: 'example', slots: {} }) as const;
  const matcher = { ...book.matcher, match: () => [match('one', flowsConfidence), match('other', flowsConfidence)] };
  const talk = converse({ ...book, matcher, pages: { find: () => [{ passage, confidence: 0.85 }] } });
  return JSON.stringify(talk.say('can you get it now'));
}

it('a page’s passage goes before flows that are less sure', () => {
  expect(hear(0.8)).toContain('From the page.');
});

it('a page’s passage does not go before flows that fit better', () => {
  expect(hear(0.93)).not.toContain('From the page.');
});
