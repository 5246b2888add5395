import type { Capabilities } from '../channel/capabilities.ts';
import type { RichText } from '../channel/rich-text.ts';
import type { Json, JsonObject } from '../storage/json.ts';
import type { Matcher } from '../understanding/matcher.ts';
import type { Pages } from '../understanding/pages.ts';
import type { SlotType } from '../understanding/slot-types.ts';
import type { Moment, Trigger } from '../understanding/trigger.ts';
import type { WordKey } from './words.ts';

/** All flows, compiled: what `step` reads from. Immutable; a changed file makes a new book. */
export interface Book {
  readonly flows: ReadonlyMap<string, Flow>;
  /** Text → the flows it may start. */
  readonly matcher: Matcher;
  readonly buttons: ReadonlyMap<string, { readonly flow: string; readonly slot: string | null }>;
  /** What the shop tells by itself → the flow that says it. */
  readonly news: ReadonlyMap<string, string>;
  /** Moment → the flow that starts then. */
  readonly moments: ReadonlyMap<Moment, string>;
  /** What the shop's pages say. */
  readonly pages: Pages;
  /** Languages that Parley can answer in, BCP 47, the shop's own first. */
  readonly languages: readonly string[];
  /** Whether a language model may be asked (the action `assistant.ask`). */
  readonly assistant: boolean;
  readonly shop: ShopFacts;
  /** The engine's own words (words.ts), as the merchant has re-worded and translated them. */
  readonly words: Readonly<Record<WordKey, Phrase>>;
}

/** What templates see as `shop`, and what values are read by. */
export interface ShopFacts {
  readonly name: string;
  /** The language the flows are written in; the end of every fallback chain. BCP 47. */
  readonly locale: string;
  readonly currency: string;
  readonly country: string;
  readonly timeZone: string;
}

export interface Flow {
  readonly id: string;
  readonly about: string;
  readonly triggers: readonly Trigger[];
  /** `comes back: no` in the file makes it false: then the flow it interrupted is forgotten instead of resumed. */
  readonly comesBack: boolean;
  readonly entry: StepId | null;
  readonly steps: ReadonlyMap<StepId, Step>;
  /** Where a step that is no longer there has gone, told by its name or its place in the file. */
  readonly byName: ReadonlyMap<string, StepId>;
}

/**
 * Says which step this is *and* what it says: a step whose words, type or branches' labels change gets another id, a step that
 * only moves keeps it. `{name}#{hash}`; the name is the slot of an `ask`, the author's `name:`, or the kind with its place.
 */
export type StepId = string;

export type Step = Say | Ask | Choose | Do | If | Set | Run | GoTo | Handoff | End;

interface StepBase {
  readonly id: StepId;
  /** `null`: the flow ends after it. */
  readonly next: StepId | null;
  /** Facts its templates mention (`customer`, `cart`): loaded before the step is taken. */
  readonly needs: readonly Fact[];
}

export type Fact = 'customer' | 'cart';

export interface Say extends StepBase {
  readonly kind: 'say';
  readonly text: Phrase | null;
  readonly image: { readonly url: Phrase; readonly alt: Phrase } | null;
  /** Gives an array of product views (what `catalog.*` actions return). */
  readonly products: Expression | null;
  /** Gives `{ lines, totals }`. */
  readonly receipt: Expression | null;
  /** Gives `{ title, lines, payload, url }`: where the channel takes payments, the shopper can pay it there. */
  readonly invoice: Expression | null;
}

export interface Ask extends StepBase, Waiting {
  readonly kind: 'ask';
  readonly slot: string;
  readonly type: SlotType;
  /** Suggested answers: an expression that gives strings or `{ id, label }`s, or fixed ones. */
  readonly choices: Expression | readonly Option[] | null;
  readonly skipWhenKnown: boolean;
}

export interface Choose extends StepBase, Waiting {
  readonly kind: 'choose';
  readonly options: readonly Option[];
  /** Product views to pick from beside the options; the picked one fills `slot`, and the flow goes to `next`. */
  readonly products: Expression | null;
  /** Filled with the picked option's id, or the picked product. */
  readonly slot: string | null;
}

export interface Option {
  /** Stable over translations and re-ordering: a slug of the label in the shop's language, or the author's. At most 40 bytes. */
  readonly id: string;
  readonly label: Phrase;
  /** Where picking it leads; `undefined` goes on with the step's `next`, `null` ends the flow. */
  readonly leadsTo?: StepId | null;
}

/** What every step that waits for the shopper has. */
interface Waiting {
  readonly text: Phrase;
  /** Said when the answer is not understood; the engine's own words when `null`. */
  readonly sorry: Phrase | null;
  /** How many misunderstood answers are taken before the way out. */
  readonly attempts: number;
  /** The way out; `null`: the engine apologises and offers a person. */
  readonly otherwise: StepId | null;
  /** A `do` that reads what is none of the choices, as `said`; what it refuses means something else. `null`: the engine reads alone. */
  readonly hears: StepId | null;
  readonly silence: { readonly afterMs: number; readonly step: StepId } | null;
}

export interface Do extends StepBase {
  readonly kind: 'do';
  readonly action: string;
  readonly with: readonly (readonly [string, Expression])[];
  /** Slot for what it returns. */
  readonly as: string | null;
  /** The action changes nothing (`reads`), so that a correction may go back over it. */
  readonly reads: boolean;
  /** Where a failure (not a refusal) leads; `null`: the engine apologises and ends the flow. */
  readonly failed: StepId | null;
}

export interface If extends StepBase {
  readonly kind: 'if';
  readonly condition: Condition;
  readonly then: StepId | null;
  readonly else: StepId | null;
}

export interface Set extends StepBase {
  readonly kind: 'set';
  /** Slot names, or `memory.<name>` for what outlives the flow within the conversation. */
  readonly values: readonly (readonly [string, Expression])[];
}

/** Another flow as a part of this one; it returns here when it ends. */
export interface Run extends StepBase {
  readonly kind: 'run';
  readonly flow: string;
  readonly with: readonly (readonly [string, Expression])[];
  /** Slot for the other flow's slots, as an object. */
  readonly as: string | null;
}

/** Leaves this flow for another for good, or jumps to a named step of this one. */
export interface GoTo extends StepBase {
  readonly kind: 'go-to';
  readonly target: { readonly flow: string } | { readonly step: StepId };
}

export interface Handoff extends StepBase {
  readonly kind: 'handoff';
  readonly text: Phrase | null;
  readonly reason: Phrase | null;
}

export interface End extends StepBase {
  readonly kind: 'end';
}

/** What templates see: slots first, then `memory`, `shop`, `customer`, `cart`, `refusal`. */
export type Scope = JsonObject;

/** A text of the merchant's with its translations. Rendering is total: what is missing renders as nothing. */
export interface Phrase {
  readonly source: string;
  /** `locales`: the fallback chain, best first. */
  text(scope: Scope, locales: readonly string[]): RichText;
  plain(scope: Scope, locales: readonly string[]): string;
}

export interface Expression {
  readonly source: string;
  value(scope: Scope): Json;
}

export interface Condition {
  readonly source: string;
  holds(scope: Scope): boolean;
}

/** A mistake in a flow file, in words a merchant understands. */
export interface Mistake {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** From the list in docs/flows/mistakes.md. */
  readonly code: string;
  readonly message: string;
  /** What would mend it, e.g. `Did you mean "orders.track"?` */
  readonly hint: string | null;
}

/** What the checker has to know about the world around the flows. */
export interface CheckContext {
  readonly shop: ShopFacts;
  readonly actions: ReadonlyMap<string, ActionShape>;
  /** None when absent. */
  readonly pages?: Pages;
  /** Channels in use, by the name that messages show. */
  readonly channels: readonly { readonly name: string; readonly capabilities: Capabilities }[];
}

/** An action as the checker sees it: JSON Schemas (draft 2020-12) of its input and output. */
export interface ActionShape {
  readonly name: string;
  readonly about: string;
  readonly input: JsonObject;
  readonly output: JsonObject;
  readonly callers: readonly ('flow' | 'assistant')[];
  readonly reads: boolean;
}
