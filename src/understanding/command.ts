/**
 * What understanding, be it rules or a language model, proposes that a message means. Flows decide: the engine checks each
 * command against the conversation and drops what does not hold.
 */
export type Command =
  /** `slots`: the shopper's words for slots of that flow, still to be read as the slots' types. */
  | { readonly command: 'start-flow'; readonly flow: string; readonly slots: Readonly<Record<string, string>> }
  /** The answer to the question that is open, or to one that the flow has still to ask. */
  | { readonly command: 'set-slot'; readonly slot: string; readonly value: string }
  /** Another value for a slot that was answered earlier. */
  | { readonly command: 'correct-slot'; readonly slot: string; readonly value: string }
  | { readonly command: 'cancel' }
  /** Two flows or more may be meant: ask which. */
  | { readonly command: 'clarify'; readonly flows: readonly string[] }
  /** A text of the assistant's goes with it; see `AssistantAnswer`. */
  | { readonly command: 'answer' }
  | { readonly command: 'handoff'; readonly reason: string };
