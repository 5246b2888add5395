import type { LanguageModel, ModelAnswer, ModelRequest } from '../../../src/assistant/language-model.ts';

export interface FakeModel extends LanguageModel {
  readonly asked: readonly ModelRequest[];
}

type Answers = (request: ModelRequest, index: number) => Promise<ModelAnswer> | ModelAnswer;

export function createFakeModel(answers: Answers = () => answerOf('Hello')): FakeModel {
  const asked: ModelRequest[] = [];
  return {
    asked,
    async ask(request) {
      asked.push(request);
      return answers(request, asked.length - 1);
    },
  };
}

export function answerOf(text: string, changes: Partial<ModelAnswer> = {}): ModelAnswer {
  return { text, calls: [], usage: { input: 100, cached: 40, output: 20 }, model: 'small-1-2026', ...changes };
}

export function requestOf(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    instructions: 'You help in a shop.',
    tools: [],
    messages: [{ from: 'shopper', text: 'hello' }],
    shape: null,
    mostTokens: 100,
    asker: { customer: 'anna', conversation: 'webchat:shop:anna', key: 'webchat:shop:anna:3:0:0' },
    purpose: 'answer',
    signal: new AbortController().signal,
    ...changes,
  };
}

export const somePrices = { currency: 'USD', models: [{ model: 'small-1', input: 2, cached: 0.5, output: 8 }] };
