import type { Action } from '../actions/action.ts';
import { createAssistantAction } from '../assistant/ask-action.ts';
import type { AssistantParts } from '../assistant/assistant-parts.ts';
import { createAssistant } from '../assistant/create-assistant.ts';
import { guarded } from '../assistant/guards/guarded.ts';
import { createNoteRefused } from '../assistant/guards/note-refused.ts';
import { createMemory } from '../assistant/memory/create-memory.ts';
import { createSummarise } from '../assistant/memory/summarise.ts';
import type { Config } from '../config/config.ts';
import type { Errands, Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Transcript } from '../runtime/transcript.ts';
import type { Store } from '../storage/store.ts';

export interface OpenAssistantParts extends Pick<AssistantParts, 'registry' | 'book' | 'synonyms'> {
  readonly store: Store;
  readonly transcript: Transcript;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenAssistant {
  /** What the engine calls when nothing else is sure. */
  readonly action: Action;
  readonly errands: Errands;
}

/** `null` where no language model is connected. */
export async function openAssistant(
  { model: settings, guards, shop }: Pick<Config, 'model' | 'guards' | 'shop'>,
  parts: OpenAssistantParts,
): Promise<OpenAssistant | null> {
  if (!settings?.assistant) return null;
  const { apiKey, baseUrl, assistant } = settings;
  const { createOpenaiModel } = await import('../../adapters/model/openai/openai-language-model.ts');
  const { createOpenaiModeration } = await import('../../adapters/model/openai/openai-moderation.ts');
  const server = { apiKey, baseUrl };
  const { moderationModel } = guards;
  const moderation = moderationModel === null ? null : createOpenaiModeration({ ...server, model: moderationModel });
  const bare = createOpenaiModel({ ...server, model: assistant.model, api: assistant.api });
  const model = guarded(bare, { ...parts, shop, settings: guards, moderation });
  const { limits } = assistant;
  const action = createAssistantAction(
    createAssistant({ ...parts, model, limits, memory: createMemory(parts), noteRefused: createNoteRefused(parts) }),
  );
  return { action, errands: { summarise: createSummarise({ ...parts, model }) } };
}
