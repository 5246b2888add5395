import type { Product } from '../catalog/product.ts';
import type { JsonObject } from '../storage/json.ts';
import type { ParcelMove } from './bring-order.ts';

/** A conversation that must go so, as a merchant writes it in `flows/tests/*.yaml`. */
export interface ConversationTest {
  readonly file: string;
  readonly title: string;
  /** Epoch ms at which it begins. */
  readonly startsAt: number;
  /** What the platform tells of the shopper's language; BCP 47. */
  readonly locale: string | null;
  readonly given: readonly GivenDocument[];
  /** The whole catalogue of this test; `null`: the shop's own. */
  readonly products: readonly Product[] | null;
  readonly talk: readonly Line[];
}

export interface GivenDocument {
  readonly kind: 'order' | 'customer' | 'cart';
  /** `null`: the shopper's own (customer, cart). */
  readonly id: string | null;
  readonly body: JsonObject;
}

export interface ScriptedAnswer {
  readonly text: string;
  /** Ids. */
  readonly products: readonly string[];
  readonly commands: readonly JsonObject[];
}

/** `line` is the place in the file, for the report. */
export type Line = { readonly line: number } & (
  | { readonly does: 'shopper'; readonly text: string }
  /** Presses (or, where the channel has no buttons, types) what was offered under this label. */
  | { readonly does: 'presses'; readonly label: string }
  | { readonly does: 'opens'; readonly payload: string | null }
  /** What Parley says in this turn, with `…` for anything. */
  | { readonly does: 'parley'; readonly text: string }
  /** Labels that must be offered, in this order among others. */
  | { readonly does: 'offers'; readonly labels: readonly string[] }
  | { readonly does: 'wait'; readonly ms: number }
  /** The last message is delivered once more. */
  | { readonly does: 'again' }
  | { readonly does: 'restart' }
  /** An action fails in the next turn. */
  | { readonly does: 'fails'; readonly action: string }
  /** What the assistant answers in the next turn, should it be asked. */
  | { readonly does: 'assistant'; readonly answers: ScriptedAnswer }
  /** A person has the conversation, says something, or gives it back. */
  | { readonly does: 'desk'; readonly move: 'take' | 'give-back' | { readonly say: string } }
  /** The shopper's newest order is sent, or its parcel goes on. */
  | { readonly does: 'parcel'; readonly move: ParcelMove }
);
