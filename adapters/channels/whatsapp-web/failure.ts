import { LateError } from './deadline.ts';

/** Why a message was not sent. `reason` holds no number and no text. */
export type Failure =
  /** The page did not answer: whether it was sent is not known. */
  | { readonly kind: 'late'; readonly reason: string }
  /** The browser or its page has gone. */
  | { readonly kind: 'broken'; readonly reason: string }
  /** WhatsApp knows no such person, or says so. */
  | { readonly kind: 'unknown-person'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

const broken =
  /target closed|session closed|detached frame|execution context|protocol error|connection closed|page has been closed|frame was detached/iu;

export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LateError) return { kind: 'late', reason: 'WhatsApp Web did not answer in time' };
  if (broken.test(message)) return { kind: 'broken', reason: 'the browser ended in the middle' };
  if (/no lid for user|invalid wid|wid error/iu.test(message)) {
    return { kind: 'unknown-person', reason: 'WhatsApp knows no such person' };
  }
  const name = error instanceof Error ? error.name : 'a string';
  return { kind: 'refused', reason: `the page refused it (${name.slice(0, 40)})` };
}
