import { describe, expect, it } from 'vitest';
import { usualAssistantLimits } from '../../src/assistant/assistant-parts.ts';
import { readConfig } from '../../src/config/config.ts';

describe('the settings of the assistant', () => {
  it('are usual ones, once there is a key', () => {
    expect(readConfig({}).model).toBeNull();
    const { model } = readConfig({ OPENAI_API_KEY: 'k' });
    expect(model?.assistant).toEqual({ model: 'gpt-5.4-mini', api: 'chat', limits: usualAssistantLimits });
  });

  it('turn it off by "none", and say which interface a server speaks', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k', OPENAI_CHAT_MODEL: 'none' }).model?.assistant).toBeNull();
    const set = {
      OPENAI_API_KEY: 'k',
      OPENAI_CHAT_MODEL: 'llama3.1',
      OPENAI_API: 'responses',
      PARLEY_ASSISTANT_STEPS: '2',
    };
    expect(readConfig(set).model?.assistant).toMatchObject({
      model: 'llama3.1',
      api: 'responses',
      limits: { steps: 2 },
    });
  });

  it.each([
    ['OPENAI_API', 'soap', 'OPENAI_API must be chat or responses'],
    ['PARLEY_ASSISTANT_SECONDS', '0', 'PARLEY_ASSISTANT_SECONDS must be a whole number from 1 to 120'],
    ['PARLEY_ASSISTANT_STEPS', 'many', 'PARLEY_ASSISTANT_STEPS must be a whole number from 1 to 20'],
  ])('a wrong %s is told with its mend', (variable, value, mend) => {
    expect(() => readConfig({ [variable]: value })).toThrow(mend);
  });
});
