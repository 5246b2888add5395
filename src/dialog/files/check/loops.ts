import type { Ask, Step, StepId } from '../../book.ts';
import type { Checking } from './checking.ts';
import { type FlowGraph, successors } from './graph.ts';
import { rings } from './rings.ts';

/** No way goes round for ever without waiting for the shopper, and no flow runs itself. */
export function checkLoops(graphs: readonly FlowGraph[], { mistakes }: Checking): void {
  const world = createWorld(graphs);
  const running = rings(
    graphs.map(({ flow }) => flow.id),
    (id) => runs(id, graphs),
  );
  for (const ring of running) tellRun(ring, graphs, mistakes);
  for (const ring of rings([...world.nodes.keys()], (key) => world.leadsTo(key))) {
    const members = ring.flatMap((key) => world.nodes.get(key) ?? []);
    if (!isTold(members, running) && !asksAfresh(members)) tellLoop(members, mistakes);
  }
}

function isTold(members: readonly Node[], running: readonly (readonly string[])[]): boolean {
  return running.some((ring) => members.every(({ graph }) => ring.includes(graph.flow.id)));
}

/** A sub-flow begins with slots of its own: there the question waits each time. */
function asksAfresh(members: readonly Node[]): boolean {
  return members.some(({ step }) => step.kind === 'run') && members.some(({ step }) => step.kind === 'ask');
}

interface Node {
  readonly graph: FlowGraph;
  readonly step: Step;
}

interface World {
  readonly nodes: ReadonlyMap<string, Node>;
  leadsTo(key: string): readonly string[];
}

function createWorld(graphs: readonly FlowGraph[]): World {
  const nodes = new Map<string, Node>();
  const byId = new Map(graphs.map((graph) => [graph.flow.id, graph]));
  for (const graph of graphs)
    for (const step of graph.flow.steps.values()) nodes.set(keyOf(graph, step.id), { graph, step });
  const cleared = new Set(graphs.flatMap(clearedSlots));
  return { nodes, leadsTo };

  function leadsTo(key: string): readonly string[] {
    const node = nodes.get(key);
    if (!node) return [];
    const { graph, step } = node;
    if (step.kind === 'ask') return passes(step, cleared) && step.next !== null ? [keyOf(graph, step.next)] : [];
    if (step.kind === 'choose' || step.kind === 'handoff') return [];
    const other = step.kind === 'go-to' && 'flow' in step.target ? entryOf(byId.get(step.target.flow)) : [];
    if (step.kind === 'run') return runsOn(node, byId);
    return [...successors(step).map((id) => keyOf(graph, id)), ...other];
  }
}

/** A sub-flow that waits somewhere makes the step that runs it one that waits; else the way goes through it. */
function runsOn({ graph, step }: Node, byId: ReadonlyMap<string, FlowGraph>): readonly string[] {
  const called = step.kind === 'run' ? byId.get(step.flow) : undefined;
  const waits = [...(called?.flow.steps.values() ?? [])].some(
    ({ kind }) => kind === 'ask' || kind === 'choose' || kind === 'handoff' || kind === 'run',
  );
  const back = step.next === null || waits ? [] : [keyOf(graph, step.next)];
  return [...entryOf(called), ...back];
}

function entryOf(graph: FlowGraph | undefined): readonly string[] {
  return graph && graph.flow.entry !== null ? [keyOf(graph, graph.flow.entry)] : [];
}

/** The second time round its answer is known, so that it is not asked. */
function passes(step: Ask, cleared: ReadonlySet<string>): boolean {
  return step.skipWhenKnown && !cleared.has(step.slot);
}

function clearedSlots({ flow }: FlowGraph): readonly string[] {
  return [...flow.steps.values()].flatMap((step) => (step.kind === 'set' ? step.values.map(([name]) => name) : []));
}

function keyOf({ flow }: FlowGraph, id: StepId): string {
  return `${flow.id} ${id}`;
}

/** Told once a ring, at the jump that closes it: the last one in the files. */
function tellLoop(members: readonly Node[], mistakes: Checking['mistakes']): void {
  const jump = members.findLast(({ step }) => step.kind === 'go-to') ?? members.at(-1);
  const at = jump?.graph.places.get(jump.step.id);
  if (!jump || !at) return;
  const asked = members.find(({ step }) => step.kind === 'ask');
  const flows = [...new Set(members.map(({ graph }) => graph.flow.id))];
  const where = flows.length > 1 ? ` (${[...flows, flows[0]].join(' → ')})` : '';
  if (asked?.step.kind === 'ask') {
    const message = `This goes round for ever${where}: the second time the answer to "${asked.step.slot}" is known and not asked.`;
    mistakes.report('endless-loop', at, message, 'Add "ask again: yes" to that question.');
  } else {
    const message = `This goes round for ever${where}: nothing on the way waits for the shopper.`;
    mistakes.report('endless-loop', at, message, 'Ask something on the way, or lead out of the circle.');
  }
}

function runs(id: string, graphs: readonly FlowGraph[]): readonly string[] {
  const graph = graphs.find(({ flow }) => flow.id === id);
  return [...(graph?.flow.steps.values() ?? [])].flatMap((step) => (step.kind === 'run' ? [step.flow] : []));
}

function tellRun(ring: readonly string[], graphs: readonly FlowGraph[], mistakes: Checking['mistakes']): void {
  const last = graphs.find(({ flow }) => flow.id === ring.at(-1));
  const step = [...(last?.flow.steps.values() ?? [])].find((one) => one.kind === 'run' && ring.includes(one.flow));
  const at = step && last?.places.get(step.id);
  if (!at) return;
  const message =
    ring.length === 1
      ? `The flow "${ring[0]}" runs itself.`
      : `These flows run each other: ${[...ring, ring[0]].join(' → ')}.`;
  mistakes.report('endless-run', at, message, 'Use "go to": it leaves this flow instead of coming back to it.');
}
