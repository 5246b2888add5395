import type { OpenAI } from 'openai';
import type { ModelMessage, ModelRequest, ModelTool } from '../../../src/assistant/language-model.ts';

type Message = OpenAI.ChatCompletionMessageParam;

/** https://platform.openai.com/docs/api-reference/chat/create */
export function chatRequest(
  model: string,
  { instructions, tools, messages, shape, mostTokens }: ModelRequest,
): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model,
    messages: [{ role: 'system', content: instructions }, ...messages.map(chatMessage)],
    stream: true,
    stream_options: { include_usage: true },
    max_completion_tokens: mostTokens,
    ...(tools.length > 0 && { tools: tools.map(chatTool) }),
    ...(shape !== null && {
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema: { ...shape }, strict: true } },
    }),
  };
}

function chatTool({ name, about, input }: ModelTool): OpenAI.ChatCompletionTool {
  return { type: 'function', function: { name, description: about, parameters: { ...input } } };
}

function chatMessage(message: ModelMessage): Message {
  switch (message.from) {
    case 'shopper':
      return { role: 'user', content: message.text };
    case 'tool':
      return { role: 'tool', tool_call_id: message.call, content: message.result };
    case 'model': {
      const calls = message.calls.map(({ id, tool, input }) => {
        return { id, type: 'function' as const, function: { name: tool, arguments: JSON.stringify(input) } };
      });
      const content = message.text === '' && calls.length > 0 ? null : message.text;
      return { role: 'assistant', content, ...(calls.length > 0 && { tool_calls: calls }) };
    }
  }
}
