import type { StepId } from '../../book.ts';
import { allSteps, branchesOf } from '../compile/walk.ts';
import type { StepSource } from '../source.ts';
import type { Checking } from './checking.ts';
import { type FlowGraph, successors } from './graph.ts';
import { targetsOf } from './names.ts';

/** Every step can be come to, and every flow has some. */
export function checkReach(graphs: readonly FlowGraph[], checking: Checking): void {
  for (const graph of graphs) {
    const reached = reachedFrom(graph);
    const unreached = (step: StepSource) => !reached.has(graph.ids.get(step) ?? '');
    tellUnreached(graph.source.steps, unreached, checking);
    for (const step of allSteps(graph.source.steps)) {
      for (const branch of branchesOf(step))
        if (branch.kind === 'steps') tellUnreached(branch.steps, unreached, checking);
    }
  }
  checkStarts(checking);
}

function reachedFrom({ flow }: FlowGraph): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const open = flow.entry === null ? [] : [flow.entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = flow.steps.get(id);
    if (reached.has(id) || !step) continue;
    reached.add(id);
    open.push(...successors(step));
  }
  return reached;
}

/** The first of a row of steps that nothing leads to; those after it go without saying. */
function tellUnreached(
  steps: readonly StepSource[],
  unreached: (step: StepSource) => boolean,
  { mistakes }: Checking,
): void {
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (!before || !unreached(step) || unreached(before)) continue;
    const hint = `The step before it (line ${before.at.file.lines.linePos(before.at.start).line}) never goes on to this one.`;
    mistakes.report('unreachable', step.at, 'Nothing leads to this step.', hint);
  }
}

function checkStarts({ flows, mistakes }: Checking): void {
  if (flows.some((flow) => !flow.whole)) return;
  const led = new Set(flows.flatMap((flow) => namesLedTo(flow.steps, flow.id.value)));
  for (const source of flows) {
    if (source.triggers.length > 0 || led.has(source.id.value) || isStop(source.id.value, flows)) continue;
    const hint = 'Add "starts on:", or lead to it with "go to" or "run".';
    mistakes.report('never-started', source.id.at, `Nothing ever starts the flow "${source.id.value}".`, hint);
  }
}

/** What the engine runs where a flow is stopped, or where nothing is. */
function isStop(name: string, flows: Checking['flows']): boolean {
  return name === 'stop-nothing' || flows.some(({ id }) => name === `stop-${id.value}`);
}

function namesLedTo(steps: readonly StepSource[], self: string): readonly string[] {
  const all = allSteps(steps);
  const named = all.flatMap((step) =>
    step.kind === 'run' ? [step.flow.value] : targetsOf(step).map(({ value }) => value),
  );
  return named.filter((name) => name !== self);
}
