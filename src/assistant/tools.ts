import type { Action, ActionContext } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { isObject, type Json, type JsonObject } from '../storage/json.ts';
import type { FindingsBook } from './findings.ts';
import type { ModelTool, ToolCall } from './language-model.ts';

/** Actions that only look, and that the assistant may use. */
function readingActions({ all }: Pick<ActionRegistry, 'all'>): readonly Action[] {
  return all.filter(({ callers, reads }) => reads === true && callers.includes('assistant'));
}

/** https://platform.openai.com/docs/api-reference/chat/create: letters, digits, _ and -, up to 64. */
function toolName(action: string): string {
  return action.replaceAll('.', '_').slice(0, 64);
}

export function assistantTools(registry: Pick<ActionRegistry, 'all' | 'shapes'>): readonly ModelTool[] {
  return readingActions(registry).flatMap(({ name, about }) => {
    const input = registry.shapes.get(name)?.input;
    return input === undefined ? [] : [{ name: toolName(name), about, input }];
  });
}

interface Calling {
  readonly registry: ActionRegistry;
  readonly context: ActionContext;
  readonly findings: FindingsBook;
}

/** What the model is told of a call: never rejects, and nothing that it asks for changes anything. */
export async function runTool(call: ToolCall, { registry, context, findings }: Calling): Promise<string> {
  const action = readingActions(registry).find(({ name }) => toolName(name) === call.tool);
  if (action === undefined) return JSON.stringify({ failed: 'there is no such tool' });
  const input = withReferences(call.input, findings) as JsonObject;
  const outcome = await registry.run(action.name, input, context);
  switch (outcome.result) {
    case 'returned':
      return JSON.stringify(findings.add(action.name, outcome.value));
    case 'refused':
      return JSON.stringify({ refused: outcome.reason });
    case 'failed':
      return JSON.stringify({ failed: outcome.code });
  }
}

/** Handles of products become what actions know them by: `p1`, `{{p1.title}}`. */
function withReferences(value: Json, findings: FindingsBook): Json {
  if (typeof value === 'string')
    return findings.reference(/^(?:\{\{)?(p\d+)(?:\.\w+)?(?:\}\})?$/u.exec(value)?.[1] ?? '') ?? value;
  if (Array.isArray(value)) return value.map((one: Json) => withReferences(one, findings));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, one]) => [key, withReferences(one, findings)]),
  );
}
