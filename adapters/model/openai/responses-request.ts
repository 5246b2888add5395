import type { OpenAI } from 'openai';
import type { ModelMessage, ModelRequest, ModelTool } from '../../../src/assistant/language-model.ts';

/** https://platform.openai.com/docs/api-reference/responses/create. Nothing is kept over there: each request brings all that it needs. */
export function responsesRequest(
  model: string,
  { instructions, tools, messages, shape, mostTokens }: ModelRequest,
): OpenAI.Responses.ResponseCreateParamsStreaming {
  return {
    model,
    instructions,
    input: messages.flatMap(inputItems),
    stream: true,
    store: false,
    max_output_tokens: mostTokens,
    ...(tools.length > 0 && { tools: tools.map(responsesTool) }),
    ...(shape !== null && {
      text: { format: { type: 'json_schema', name: 'answer', schema: { ...shape }, strict: true } },
    }),
  };
}

function responsesTool({ name, about, input }: ModelTool): OpenAI.Responses.FunctionTool {
  return { type: 'function', name, description: about, parameters: { ...input }, strict: false };
}

function inputItems(message: ModelMessage): OpenAI.Responses.ResponseInput {
  switch (message.from) {
    case 'shopper':
      return [{ role: 'user', content: message.text }];
    case 'tool':
      return [{ type: 'function_call_output', call_id: message.call, output: message.result }];
    case 'model': {
      const said = message.text === '' ? [] : [{ role: 'assistant' as const, content: message.text }];
      const calls = message.calls.map(({ id, tool, input }) => {
        return { type: 'function_call' as const, call_id: id, name: tool, arguments: JSON.stringify(input) };
      });
      return [...said, ...calls];
    }
  }
}
