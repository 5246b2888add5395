import { moments } from '../../../understanding/trigger.ts';
import { compilePattern, parseButton, parseNews } from '../compile/compile-triggers.ts';
import { allSteps } from '../compile/walk.ts';
import type { FlowSource, StepSource, TriggerSource } from '../source.ts';
import type { Checking } from './checking.ts';
import type { Schema } from './json-schema.ts';
import { targetsOf } from './names.ts';

/** Slot name → the shape of what fills it; `null` where that is not known. */
export type Slots = ReadonlyMap<string, Schema | null>;

/** What each flow's templates may name, with what comes along from flows that lead to it or run it. */
export function knownSlots(checking: Checking): ReadonlyMap<FlowSource, Slots> {
  const own = new Map(checking.flows.map((flow) => [flow, ownSlots(flow, checking)]));
  for (const caller of checking.flows) passToSubFlows(caller, { own, flows: checking.flows });
  // A `go to` takes its slots along, and so may the flow it leads to: until nothing new comes along.
  for (let changed = true; changed; ) {
    changed = checking.flows.map((flow) => passOn(flow, { own, flows: checking.flows })).some(Boolean);
  }
  return own;
}

interface Passing {
  readonly own: ReadonlyMap<FlowSource, Map<string, Schema | null>>;
  readonly flows: readonly FlowSource[];
}

function passOn(flow: FlowSource, { own, flows }: Passing): boolean {
  const targets = allSteps(flow.steps).flatMap(targetsOf);
  const reached = flows.filter((other) => other !== flow && targets.some((target) => target.value === other.id.value));
  const slots = own.get(flow) ?? new Map<string, Schema | null>();
  return reached
    .map((other) => [...slots].map(([name, shape]) => add(own.get(other), name, shape)).some(Boolean))
    .some(Boolean);
}

function passToSubFlows(caller: FlowSource, { own, flows }: Passing): void {
  for (const step of allSteps(caller.steps)) {
    if (step.kind !== 'run') continue;
    const called = flows.find((flow) => flow.id.value === step.flow.value);
    if (called) for (const { key } of step.with) add(own.get(called), key.value, null);
  }
}

/** A slot that is filled in two ways has no shape that could be relied on. True when that is news. */
function add(slots: Map<string, Schema | null> | undefined, name: string, shape: Schema | null): boolean {
  const before = slots?.get(name);
  if (!slots || before === null || (before !== undefined && before === shape)) return false;
  slots.set(name, before === undefined ? shape : null);
  return true;
}

function ownSlots(flow: FlowSource, checking: Checking): Map<string, Schema | null> {
  const slots = new Map<string, Schema | null>();
  for (const trigger of flow.triggers) for (const name of captured(trigger)) add(slots, name, null);
  for (const step of allSteps(flow.steps))
    for (const [name, shape] of filledBy(step, checking)) add(slots, name, shape);
  return slots;
}

/** `{order}` in an example or a button, `(?<order>…)` in a pattern. */
export function captured(trigger: TriggerSource): readonly string[] {
  const { kind, text } = trigger;
  switch (kind) {
    case 'example':
      return [...text.value.matchAll(/\{\s*([\p{L}\p{N}_-]+)\s*\}/gu)].map(([, name = '']) => name);
    case 'button':
      return [parseButton(text.value).slot].filter((slot) => slot !== null);
    case 'news':
      return parseNews(text.value).slots;
    case 'pattern':
      return compilePattern(text.value) instanceof RegExp ? groupsOf(text.value) : [];
    case 'moment':
      return moments[trigger.moment];
    case 'word':
      return [];
  }
}

function groupsOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(([, name = '']) => name);
}

type Filled = readonly (readonly [name: string, shape: Schema | null])[];

function filledBy(step: StepSource, { context, flows }: Checking): Filled {
  switch (step.kind) {
    case 'ask':
    case 'choose':
      return [...(step.slot ? [step.slot.value] : []), ...(step.hears ? ['said'] : [])].map((slot) => [slot, null]);
    case 'do':
      return step.as ? [[step.as.value, outputOf(context.actions.get(step.action.value)?.output)]] : [];
    case 'run':
      return step.as
        ? [
            [
              step.as.value,
              slotsOf(
                flows.find((flow) => flow.id.value === step.flow.value),
                step,
              ),
            ],
          ]
        : [];
    case 'set':
      return step.values.filter(({ key }) => !key.value.includes('.')).map(({ key }) => [key.value, null] as const);
    case 'say':
    case 'if':
    case 'go-to':
    case 'handoff':
    case 'end':
      return [];
  }
}

/** An action may refuse: then the slot holds the word for it. */
function outputOf(output: Schema | undefined): Schema | null {
  const refusal = { type: 'object', properties: { refused: {}, details: {} }, additionalProperties: false };
  return output ? { ...output, anyOf: [withoutDefs(output), refusal] } : null;
}

function withoutDefs({ $defs: _defs, ...schema }: Schema): Schema {
  return schema;
}

/** What a sub-flow hands back: its slots, and those that came with the call. A flow it leads to adds its own: then nothing is sure. */
function slotsOf(flow: FlowSource | undefined, step: Extract<StepSource, { kind: 'run' }>): Schema | null {
  if (!flow || allSteps(flow.steps).some((inner) => targetsOf(inner).length > 0)) return null;
  const own = allSteps(flow.steps).flatMap(namesFilled);
  const names = [...own, ...flow.triggers.flatMap(captured), ...step.with.map(({ key }) => key.value)];
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, {}])),
    additionalProperties: false,
  };
}

function namesFilled(step: StepSource): readonly string[] {
  if (step.kind === 'set') return step.values.map(({ key }) => key.value);
  if (step.kind === 'ask' || step.kind === 'choose') return step.slot ? [step.slot.value] : [];
  return (step.kind === 'do' || step.kind === 'run') && step.as ? [step.as.value] : [];
}
