import type { LanguageModel, ModelAnswer, ModelRequest } from '../language-model.ts';
import { ModelError } from '../model-error.ts';
import { withStrings } from './json-text.ts';
import type { Personal } from './redaction/known-words.ts';
import { createRedactor } from './redaction/redact.ts';
import { createVault, restored, type Vault, withoutBegunMark } from './redaction/vault.ts';

export interface RedactionParts {
  /** What the shop knows of a customer. */
  readonly personalOf: (customer: string) => Promise<Personal>;
  /** ISO 3166-1 alpha-2: the shop's. */
  readonly country: string;
}

/** Ends the instructions of every request alike, so that servers can reuse what they have read. */
const explanation =
  'Marks such as ⟨name-1⟩ or ⟨email-2⟩ stand for words you are not shown. Use a mark as it is wherever you mean those words; never make one up.';

/**
 * Names, telephone numbers, e-mail and postal addresses, numbers of cards and accounts are sent as marks, and stand again where they were
 * in what comes back: in the text, also while it grows, and in what tools are called with. A mark that the model has made up is a
 * `MODEL_FAILED`. What tools take is the shop's own and is sent as it is.
 */
export function withRedaction(model: LanguageModel, parts: RedactionParts): LanguageModel {
  return {
    async ask(request) {
      const personal = await parts.personalOf(request.asker.customer).catch(unread);
      const vault = createVault();
      const redactor = createRedactor({ personal, messages: request.messages, country: parts.country, vault });
      const { onText } = request;
      const answer = await model.ask({
        ...request,
        instructions: `${redactor.text(request.instructions, 'shop')}\n\n${explanation}`,
        messages: redactor.messages(request.messages),
        ...(onText && { onText: restoring(request, vault, onText) }),
      });
      return wholeAnswer(answer, { request, vault });
    },
  };
}

/** Nothing is sent of whom nobody knows what to hide. */
function unread(error: unknown): never {
  throw new ModelError('MODEL_UNCOUNTED', { cause: error });
}

type OnText = NonNullable<ModelRequest['onText']>;

function restoring({ shape }: ModelRequest, vault: Vault, onText: OnText): OnText {
  return (soFar) => {
    const text = restored(withoutBegunMark(soFar), vault, shape !== null);
    if (text !== null) onText(text);
  };
}

interface Asked {
  readonly request: ModelRequest;
  readonly vault: Vault;
}

function wholeAnswer(answer: ModelAnswer, { request, vault }: Asked): ModelAnswer {
  const { model, usage } = answer;
  const back = (text: string, inJson: boolean): string => {
    const words = restored(text, vault, inJson);
    if (words === null) throw new ModelError('MODEL_FAILED', { used: { model, usage } });
    return words;
  };
  const calls = answer.calls.map((call) => ({ ...call, input: withStrings(call.input, (text) => back(text, false)) }));
  return { ...answer, text: back(answer.text, request.shape !== null), calls };
}
