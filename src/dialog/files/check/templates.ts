import { inspectCondition, inspectText } from '../../templates/inspect.ts';
import type { Inspection, Problem, Use } from '../../templates/inspection.ts';
import type { MistakeCode } from '../codes.ts';
import { allSteps, saidBy, valuesOf } from '../compile/walk.ts';
import { didYouMean } from '../fields.ts';
import { inside, type Text } from '../place.ts';
import type { StepSource } from '../source.ts';
import type { Checking } from './checking.ts';
import { missingField, type Schema } from './json-schema.ts';
import { knownSlots, type Slots } from './known-slots.ts';

/** Every template can be read, and names only what something fills. */
export function checkTemplates(checking: Checking): void {
  const slots = knownSlots(checking);
  for (const flow of checking.flows) {
    const roots = { ...ownRoots(checking), ...Object.fromEntries(slots.get(flow) ?? []) };
    for (const step of allSteps(flow.steps)) checkStep(step, new Map(Object.entries(roots)), checking);
  }
  checkTranslations(checking);
}

function ownRoots({ context }: Checking): Readonly<Record<string, Schema | null>> {
  const fact = (name: string) => context.actions.get(`facts.${name}`)?.output ?? null;
  const shop = {
    type: 'object',
    properties: Object.fromEntries([...Object.keys(context.shop), 'languages'].map((key) => [key, {}])),
  };
  return { shop, customer: fact('customer'), cart: fact('cart'), memory: null, text: null, refusal: null };
}

function checkStep(step: StepSource, roots: Slots, checking: Checking): void {
  const { templates } = checking.vocabulary;
  for (const text of [...saidBy(step), ...valuesOf(step)])
    checkOne(text, inspectText(text.value, templates), { roots, checking });
  if (step.kind === 'if') checkCondition(step.condition, roots, checking);
}

function checkCondition(condition: Text, roots: Slots, checking: Checking): void {
  const { uses, problems } = inspectCondition(condition.value, checking.vocabulary.templates);
  const told = problems.map((problem) =>
    problem.code === 'broken-template' ? { ...problem, condition: true } : problem,
  );
  checkOne(condition, { uses, problems: told }, { roots, checking });
}

interface Among {
  readonly roots: Slots;
  readonly checking: Checking;
}

function checkOne(text: Text, { uses, problems }: Inspection, { roots, checking }: Among): void {
  for (const problem of problems) tell(text, problem, checking);
  for (const use of uses) checkUse(text, use, { roots, checking });
}

function tell(text: Text, problem: Problem & { readonly condition?: boolean }, { mistakes }: Checking): void {
  const code: MistakeCode = problem.condition ? 'broken-condition' : problem.code;
  mistakes.report(code, inside(text, problem.index), problem.message, problem.hint);
}

function checkUse(text: Text, { path, index }: Use, { roots, checking }: Among): void {
  const [root, ...fields] = path;
  if (typeof root !== 'string') return;
  const shape = roots.get(root);
  if (shape === undefined) {
    const message = `Nothing fills "${root}" in this flow.`;
    const hint = didYouMean(root, roots.keys(), `An "ask", "as:" or "set" has to fill it first.`);
    checking.mistakes.report('unknown-slot', inside(text, index), message, hint);
  } else if (shape) checkFields(text, { root, fields, index, shape }, checking);
}

interface FieldUse {
  readonly root: string;
  readonly fields: Use['path'];
  readonly index: number;
  readonly shape: Schema;
}

function checkFields(text: Text, { root, fields, index, shape }: FieldUse, { mistakes }: Checking): void {
  const missing = missingField(shape, fields);
  if (!missing) return;
  const owner = [root, ...fields.slice(0, missing.at)].join('.');
  const field = String(fields[missing.at]);
  const known = missing.known.filter((name) => name !== 'details');
  const hint = didYouMean(
    field,
    known,
    known.length === 0 || known.length > 12 ? null : `It has: ${known.join(', ')}.`,
  );
  mistakes.report('unknown-field', inside(text, index), `"${owner}" has no "${field}".`, hint);
}

function checkTranslations({ messages, vocabulary, mistakes }: Checking): void {
  for (const { entries } of messages.files) {
    for (const { text } of entries) {
      for (const { code, index, message, hint } of inspectText(text.value, vocabulary.templates).problems) {
        mistakes.report(code, inside(text, index), message, hint);
      }
    }
  }
}
