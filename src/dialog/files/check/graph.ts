import type { Flow, Step, StepId } from '../../book.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { branchId, identify } from '../compile/identity.ts';
import { allSteps, branchesOf } from '../compile/walk.ts';
import type { Place } from '../place.ts';
import type { FlowSource, StepSource } from '../source.ts';
import type { Checking } from './checking.ts';

/** A flow as the engine will walk it, and where its steps stand in the file. */
export interface FlowGraph {
  readonly source: FlowSource;
  readonly flow: Flow;
  readonly ids: ReadonlyMap<StepSource, StepId>;
  readonly places: ReadonlyMap<StepId, Place>;
}

export function flowGraphs({ flows, vocabulary, context }: Checking): readonly FlowGraph[] {
  return flows.map((source) => {
    const { ids } = identify(source);
    return { source, flow: compileFlow(source, vocabulary, context), ids, places: placesOf(source, ids) };
  });
}

function placesOf(source: FlowSource, ids: ReadonlyMap<StepSource, StepId>): ReadonlyMap<StepId, Place> {
  const places = new Map([...ids].map(([step, id]) => [id, step.at] as const));
  for (const branch of allSteps(source.steps).flatMap(branchesOf)) {
    if (branch.kind === 'go-to') places.set(branchId(branch), branch.target.at);
    else if (branch.kind !== 'steps') places.set(branchId(branch), branch.at);
  }
  return places;
}

/** Where a step of this flow may lead within it. */
export function successors(step: Step): readonly StepId[] {
  return ways(step).filter((id) => id !== null && id !== undefined);
}

function ways(step: Step): readonly (StepId | null | undefined)[] {
  switch (step.kind) {
    case 'say':
    case 'set':
    case 'run':
    case 'handoff':
      return [step.next];
    case 'do':
      return [step.next, step.failed];
    case 'ask':
      return [step.next, step.otherwise, step.hears, step.silence?.step];
    case 'choose':
      return [...picks(step), step.otherwise, step.hears, step.silence?.step];
    case 'if':
      return [step.then, step.else];
    case 'go-to':
      return 'step' in step.target ? [step.target.step] : [];
    case 'end':
      return [];
  }
}

function picks(step: Extract<Step, { kind: 'choose' }>): readonly (StepId | null | undefined)[] {
  const options = step.options.map((option) => (option.leadsTo === undefined ? step.next : option.leadsTo));
  return step.products ? [step.next, ...options] : options;
}
