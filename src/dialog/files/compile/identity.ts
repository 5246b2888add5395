import { createHash } from 'node:crypto';
import type { Json } from '../../../storage/json.ts';
import type { StepId } from '../../book.ts';
import type { Branch, Entries, FlowSource, StepSource } from '../source.ts';
import { slug } from '../values.ts';
import { allSteps, optionsOf, shown } from './walk.ts';

export interface Identities {
  readonly ids: ReadonlyMap<StepSource, StepId>;
  readonly byName: ReadonlyMap<string, StepId>;
}

/** A step's id is its name with a hash of its own words: moving keeps it. The same step twice is told apart by its turn. */
export function identify(flow: FlowSource): Identities {
  const steps = allSteps(flow.steps);
  const seen = new Map<string, number>();
  const ids = new Map(steps.map((step) => [step, idOf(step, seen)] as const));
  return { ids, byName: namesOf(steps, ids) };
}

function idOf(step: StepSource, seen: Map<string, number>): StepId {
  const plain = `${nameOf(step)}#${hash(wordsOf(step))}`;
  const turn = (seen.get(plain) ?? 0) + 1;
  seen.set(plain, turn);
  return turn === 1 ? plain : `${plain}~${turn}`;
}

/** The author's name, the slot it fills, or its kind. */
function nameOf(step: StepSource): string {
  if (step.name) return step.name.value;
  if (step.kind === 'ask') return step.slot.value;
  return step.kind === 'choose' && step.slot ? step.slot.value : step.kind;
}

/** A name leads to the first step that has it. A bare `choose` is a name where it is the only one: people wait there. */
function namesOf(steps: readonly StepSource[], ids: ReadonlyMap<StepSource, StepId>): ReadonlyMap<string, StepId> {
  const names = new Map<string, StepId>();
  for (const step of [...steps.filter((one) => one.name), ...steps]) {
    const name = nameOf(step);
    const id = ids.get(step);
    const alone =
      name !== step.kind || (name === 'choose' && steps.filter((other) => nameOf(other) === name).length === 1);
    if (id !== undefined && alone && !names.has(name)) names.set(name, id);
  }
  return names;
}

function hash(words: Json): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 8);
}

/** What a shopper in the middle would notice: words, type, labels; not what follows. */
function wordsOf(step: StepSource): Json {
  switch (step.kind) {
    case 'say':
      return [step.text?.value ?? null, step.image?.url.value ?? null, ...shown(step).map(({ value }) => value)];
    case 'ask':
      return [
        step.text.value,
        step.type,
        step.choices !== null && 'value' in step.choices ? step.choices.value : labelsOf(step),
      ];
    case 'choose':
      return [step.text.value, labelsOf(step), step.products?.value ?? null];
    case 'do':
      return [step.action.value, entriesOf(step.with), step.as?.value ?? null];
    case 'if':
      return [step.condition.value];
    case 'set':
      return entriesOf(step.values);
    case 'run':
      return [step.flow.value, entriesOf(step.with), step.as?.value ?? null];
    case 'go-to':
      return [step.target.value];
    case 'handoff':
      return [step.text?.value ?? null, step.reason?.value ?? null];
    case 'end':
      return [];
  }
}

function labelsOf(step: StepSource): Json {
  return optionsOf(step).map((option) => [option.id?.value ?? null, option.label.value]);
}

function entriesOf(entries: Entries): Json {
  return entries.map(({ key, value }) => [key.value, value.value]);
}

/** For the small steps that a branch stands for: `otherwise: end`, `{ go to: checkout }`. */
export function branchId(branch: Exclude<Branch, { kind: 'steps' }>): StepId {
  return branch.kind === 'go-to' ? `leads-to-${slug(branch.target.value)}` : `branch-${branch.kind}`;
}

/** A label as an id that survives translation; the author's own where there is one. At most 40 bytes. */
export function optionId(option: {
  readonly id: { readonly value: string } | null;
  readonly label: { readonly value: string };
}): string {
  const id = option.id?.value ?? slug(option.label.value.replace(/\{\{.*?\}\}/g, ' '));
  if (id !== '' && Buffer.byteLength(id) <= longestId) return id;
  return `o-${hash(option.label.value)}`;
}

export const longestId = 40;
