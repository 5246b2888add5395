import { isObject, type Json } from '../../../storage/json.ts';
import type { ActionShape } from '../../book.ts';
import { allSteps } from '../compile/walk.ts';
import { didYouMean } from '../fields.ts';
import type { DoSource, Entries } from '../source.ts';
import type { Checking } from './checking.ts';
import { isClosed, properties, required, type Schema, variants, whyNot } from './json-schema.ts';

/** Actions exist, flows may call them, and are given what they take. */
export function checkActions(checking: Checking): void {
  for (const flow of checking.flows) {
    for (const step of allSteps(flow.steps)) if (step.kind === 'do') checkAction(step, checking);
  }
}

function checkAction(step: DoSource, { context, mistakes }: Checking): void {
  const action = context.actions.get(step.action.value);
  const callable = [...context.actions.values()]
    .filter((other) => other.callers.includes('flow'))
    .map((other) => other.name);
  if (!action) {
    const hint = didYouMean(step.action.value, callable, familyHint(step.action.value, callable));
    mistakes.report('unknown-action', step.action.at, `There is no action "${step.action.value}".`, hint);
  } else if (!action.callers.includes('flow')) {
    const message = `The action "${action.name}" is for the assistant alone.`;
    mistakes.report('action-not-for-flows', step.action.at, message, didYouMean(step.action.value, callable));
  } else checkArguments(step, action, mistakes);
}

function familyHint(word: string, names: readonly string[]): string | null {
  const family = names.filter((name) => name.startsWith(`${word.split('.')[0]}.`));
  const shown = family.length > 0 ? family : names;
  return shown.length === 0 || shown.length > 15 ? null : `Actions are: ${shown.join(', ')}.`;
}

function checkArguments(step: DoSource, action: ActionShape, mistakes: Checking['mistakes']): void {
  const ways = variants(action.input);
  const names = [...new Set(ways.flatMap((way) => Object.keys(properties(way))))];
  for (const { key } of step.with) {
    if (names.includes(key.value) || !ways.every(isClosed)) continue;
    const hint = didYouMean(
      key.value,
      names,
      names.length === 0 ? 'It takes nothing.' : `It takes: ${names.join(', ')}.`,
    );
    mistakes.report('unknown-argument', key.at, `"${action.name}" takes no "${key.value}".`, hint);
  }
  for (const name of missingFrom(step.with, ways)) {
    const message = `"${action.name}" needs "${name}".`;
    mistakes.report('missing-argument', step.action.at, message, `Add it: with: { ${name}: … }`);
  }
  for (const entry of step.with) checkType(entry, { action, ways, mistakes });
}

/** What the way that comes nearest still needs. */
function missingFrom(entries: Entries, ways: readonly Schema[]): readonly string[] {
  const given = new Set(entries.map(({ key }) => key.value));
  const missing = ways.map((way) => required(way).filter((name) => !given.has(name)));
  return missing.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

interface Wanted {
  readonly action: ActionShape;
  readonly ways: readonly Schema[];
  readonly mistakes: Checking['mistakes'];
}

/** Templates are known when they are rendered; a text around one is a text. */
function checkType({ key, value }: Entries[number], { action, ways, mistakes }: Wanted): void {
  const schemas = ways.map((way) => properties(way)[key.value]).filter(isObject);
  if (schemas.length === 0 || isTemplate(value.value)) return;
  const reasons = schemas.map((schema) => whyNot(value.value, { ...schema, $defs: action.input['$defs'] ?? {} }));
  const [reason] = reasons;
  if (reasons.some((one) => one === null) || !reason) return;
  const message = `"${key.value}" of "${action.name}" has to be ${reason}.`;
  mistakes.report('wrong-argument', value.at, message, literalHint(value.value, reason));
}

function isTemplate(value: Json): boolean {
  return typeof value === 'string' && (value.includes('{{') || value.includes('{%'));
}

function literalHint(value: Json, reason: string): string | null {
  if (reason.includes('a text') && typeof value === 'number') return `Put it in quotes: "${value}"`;
  if (typeof value === 'string' && /number/.test(reason) && /^-?\d+(\.\d+)?$/.test(value))
    return `Leave the quotes out: ${value}`;
  return /^one of /.test(reason)
    ? didYouMean(
        String(value),
        [...reason.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? ''),
      )
    : null;
}
