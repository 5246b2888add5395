import { z } from 'zod';
import type { productViewSchema } from '../actions/schemas.ts';
import type { Command } from '../understanding/command.ts';

/** What the engine tells of the conversation when it asks the assistant: the input of the action `assistant.ask`. */
export const assistantQuestion = z.object({
  /** What the shopper wrote. */
  text: z.string(),
  /** The flow that waits, with the question it asked; `null` when nothing is open. */
  open: z
    .object({
      flow: z.string(),
      question: z.string(),
      /** The slot that is asked for; `null` at a choice. */
      slot: z.string().nullable(),
      type: z.string().nullable(),
      choices: z.array(z.string()),
      /** Slots that have been answered so far: they can be corrected. */
      answered: z.array(z.string()),
    })
    .nullable(),
  /** What offline understanding thought of, best first: not sure enough to act on. */
  near: z.array(z.string()),
  /** How the conversation sounds, −1 to 1; `null` when that cannot be told. */
  mood: z.number().nullable(),
});

export type AssistantQuestion = z.output<typeof assistantQuestion>;

/**
 * What the assistant answers: commands that the engine checks, and a text whose every figure, title and date is from what actions
 * returned in this turn. `text` is empty when the commands say it all.
 */
export interface AssistantAnswer {
  readonly commands: readonly Command[];
  readonly text: string;
  /** Shown as cards under the text, as the catalogue has them now. */
  readonly products: readonly z.output<typeof productViewSchema>[];
}
