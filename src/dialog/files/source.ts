import type { SlotType } from '../../understanding/slot-types.ts';
import type { Moment } from '../../understanding/trigger.ts';
import type { Place, Text, Value } from './place.ts';

/** A flow as its file has it, each part with its place. What could not be read is left out and told. */
export interface FlowSource {
  readonly id: Text;
  readonly about: Text | null;
  readonly triggers: readonly TriggerSource[];
  readonly comesBack: boolean;
  readonly steps: readonly StepSource[];
  /** No step was left out: what its ways lead to can be trusted. */
  readonly whole: boolean;
}

export type TriggerSource =
  | {
      readonly kind: 'example' | 'word' | 'pattern';
      readonly text: Text;
      /** Of the messages file it stands in; without one it is in the flow's own file. */
      readonly locale?: string;
    }
  | { readonly kind: 'button' | 'news'; readonly text: Text }
  | { readonly kind: 'moment'; readonly moment: Moment; readonly text: Text };

/** What a shopper may write, as against what they press or what happens. */
export type WrittenTrigger = Extract<TriggerSource, { readonly kind: 'example' | 'word' | 'pattern' }>;

export type StepSource =
  | SaySource
  | AskSource
  | ChooseSource
  | DoSource
  | IfSource
  | SetSource
  | RunSource
  | GoToSource
  | HandoffSource
  | EndSource;

export type StepKind = StepSource['kind'];

export interface StepBase {
  readonly at: Place;
  /** The author's `name:`. */
  readonly name: Text | null;
}

export interface SaySource extends StepBase {
  readonly kind: 'say';
  readonly text: Text | null;
  readonly image: { readonly url: Text; readonly alt: Text } | null;
  readonly products: Value | null;
  readonly receipt: Value | null;
  readonly invoice: Value | null;
}

export interface WaitSource {
  readonly text: Text;
  readonly sorry: Text | null;
  readonly attempts: number;
  readonly otherwise: Branch | null;
  /** Begins with a `do`. */
  readonly hears: Branch | null;
  readonly silence: { readonly afterMs: number; readonly then: Branch } | null;
}

export interface AskSource extends StepBase, WaitSource {
  readonly kind: 'ask';
  readonly slot: Text;
  readonly type: SlotType;
  readonly choices: Value | readonly OptionSource[] | null;
  readonly askAgain: boolean;
}

export interface ChooseSource extends StepBase, WaitSource {
  readonly kind: 'choose';
  readonly slot: Text | null;
  readonly options: readonly OptionSource[];
  readonly products: Value | null;
}

export interface OptionSource {
  readonly at: Place;
  readonly label: Text;
  readonly id: Text | null;
  readonly branch: Branch;
}

/** What happens next: `otherwise`, `then`, `if failed`, an option. */
export type Branch =
  | { readonly kind: 'continue'; readonly at: Place }
  | { readonly kind: 'end'; readonly at: Place }
  | { readonly kind: 'go-to'; readonly at: Place; readonly target: Text }
  | { readonly kind: 'steps'; readonly at: Place; readonly steps: readonly StepSource[] };

export type Entries = readonly { readonly key: Text; readonly value: Value }[];

export interface DoSource extends StepBase {
  readonly kind: 'do';
  readonly action: Text;
  readonly with: Entries;
  readonly as: Text | null;
  readonly failed: Branch | null;
}

export interface IfSource extends StepBase {
  readonly kind: 'if';
  readonly condition: Text;
  readonly then: Branch | null;
  readonly else: Branch | null;
}

export interface SetSource extends StepBase {
  readonly kind: 'set';
  readonly values: Entries;
}

export interface RunSource extends StepBase {
  readonly kind: 'run';
  readonly flow: Text;
  readonly with: Entries;
  readonly as: Text | null;
}

export interface GoToSource extends StepBase {
  readonly kind: 'go-to';
  readonly target: Text;
}

export interface HandoffSource extends StepBase {
  readonly kind: 'handoff';
  readonly text: Text | null;
  readonly reason: Text | null;
}

export interface EndSource extends StepBase {
  readonly kind: 'end';
}
