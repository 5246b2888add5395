import type { Book, Flow, Option, Step, StepId } from '../book.ts';

/** The flows as a Mermaid flowchart: all of them, or one with the names of those it leads to. */
export function flowGraph(book: Book, flowId: string | null = null): string {
  const flows = [...book.flows.values()].filter((flow) => flowId === null || flow.id === flowId);
  const shown = new Set(flows.map((flow) => flow.id));
  const lines = flows.flatMap((flow) => flowLines(flow, shown));
  const outside = new Set(flows.flatMap(flowsLedTo).filter((id) => !shown.has(id)));
  const others = [...outside].map((id) => `  ${flowNode(id)}[["${escaped(id)}"]]`);
  return `${['flowchart TD', ...others, ...lines].join('\n')}\n`;
}

function flowLines(flow: Flow, shown: ReadonlySet<string>): readonly string[] {
  const names = new Map([...flow.steps.keys()].map((id, index) => [id, `${flowNode(flow.id)}_${index}`]));
  const steps = [...flow.steps.values()].filter((step) => step.kind !== 'end' && !isLeap(step));
  const drawing: Drawing = { flow, names, shown };
  const nodes = steps.map((step) => `    ${names.get(step.id)}${shape(step)}`);
  const begin = flow.entry === null ? [] : edge(`${flowNode(flow.id)}_begin`, flow.entry, '', drawing);
  return [
    `  subgraph ${flowNode(flow.id)}["${escaped(flow.id)}"]`,
    `    ${flowNode(flow.id)}_begin((" "))`,
    `    ${flowNode(flow.id)}_end((("end")))`,
    ...nodes,
    '  end',
    ...begin,
    ...steps.flatMap((step) => edges(step, drawing)),
  ];
}

interface Drawing {
  readonly flow: Flow;
  readonly names: ReadonlyMap<StepId, string>;
  readonly shown: ReadonlySet<string>;
}

/** A jump is drawn as an arrow and not as a box. */
function isLeap(step: Step | undefined): step is Extract<Step, { kind: 'go-to' }> {
  return step?.kind === 'go-to';
}

function edges(step: Step, drawing: Drawing): readonly string[] {
  const from = drawing.names.get(step.id) ?? '';
  const to = (target: StepId | null, label = '') => edge(from, target, label, drawing);
  switch (step.kind) {
    case 'say':
    case 'set':
    case 'handoff':
      return to(step.next);
    case 'run':
      return [...to(step.next), `  ${from} -.-> ${flowNode(step.flow)}${drawing.shown.has(step.flow) ? '_begin' : ''}`];
    case 'do':
      return [...to(step.next), ...(step.failed === null ? [] : to(step.failed, 'failed'))];
    case 'ask':
      return [...to(step.next), ...waiting(step, to)];
    case 'choose':
      return [
        ...step.options.flatMap((option) => picked(option, step.next, to)),
        ...(step.products ? to(step.next, 'a product') : []),
        ...waiting(step, to),
      ];
    case 'if':
      return [...to(step.then, 'yes'), ...to(step.else, 'no')];
    case 'go-to':
    case 'end':
      return [];
  }
}

type Draw = (target: StepId | null, label?: string) => readonly string[];

function picked(option: Option, next: StepId | null, to: Draw): readonly string[] {
  return to(option.leadsTo === undefined ? next : option.leadsTo, option.label.source);
}

function waiting(step: Extract<Step, { kind: 'ask' | 'choose' }>, to: Draw): readonly string[] {
  const otherwise = step.otherwise === null ? [] : to(step.otherwise, 'not understood');
  const hears = step.hears === null ? [] : to(step.hears, 'other words');
  const silent = step.silence ? to(step.silence.step, 'silent') : [];
  return [...otherwise, ...hears, ...silent];
}

function edge(from: string, target: StepId | null, label: string, drawing: Drawing): readonly string[] {
  const words = label === '' ? '' : `|"${escaped(label)}"|`;
  return [`  ${from} -->${words} ${nodeOf(target, drawing)}`];
}

function nodeOf(target: StepId | null, { flow, names, shown }: Drawing): string {
  const step = target === null ? undefined : flow.steps.get(target);
  const end = `${flowNode(flow.id)}_end`;
  if (target === null || step === undefined || step.kind === 'end') return end;
  if (!isLeap(step)) return names.get(target) ?? end;
  if ('step' in step.target)
    return nodeOf(step.target.step === target ? null : step.target.step, { flow, names, shown });
  return shown.has(step.target.flow) ? `${flowNode(step.target.flow)}_begin` : flowNode(step.target.flow);
}

function flowsLedTo({ steps }: Flow): readonly string[] {
  return [...steps.values()].flatMap((step) => {
    if (step.kind === 'run') return [step.flow];
    return step.kind === 'go-to' && 'flow' in step.target ? [step.target.flow] : [];
  });
}

/** Letters of any script would do in a name, but not everywhere: their numbers do. */
function flowNode(id: string): string {
  return `f_${id.replace(/[^a-z0-9]/g, (char) => `_${char.codePointAt(0)?.toString(16)}_`)}`;
}

function shape(step: Step): string {
  const words = `"${escaped(wordsOf(step))}"`;
  switch (step.kind) {
    case 'ask':
    case 'choose':
      return `[/${words}/]`;
    case 'if':
      return `{${words}}`;
    case 'do':
    case 'run':
      return `[[${words}]]`;
    case 'handoff':
      return `([${words}])`;
    case 'say':
    case 'set':
    case 'go-to':
    case 'end':
      return `[${words}]`;
  }
}

function wordsOf(step: Step): string {
  switch (step.kind) {
    case 'say':
      return step.text?.source ?? (step.products ?? step.receipt ?? step.invoice)?.source ?? 'a picture';
    case 'ask':
    case 'choose':
      return step.text.source;
    case 'do':
      return step.action;
    case 'if':
      return `${step.condition.source}?`;
    case 'set':
      return `set ${step.values.map(([name]) => name).join(', ')}`;
    case 'run':
      return `run ${step.flow}`;
    case 'handoff':
      return step.text?.source ?? 'a person takes over';
    case 'go-to':
    case 'end':
      return step.kind;
  }
}

const longest = 80;

/** Mermaid reads quotes, entities, tags and markdown in a label; by their numbers they are signs and nothing more. */
function escaped(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return (
    short
      .replace(/["#<>&`|{}[\]()*_\\;]/g, (sign) => `#${sign.charCodeAt(0)};`)
      .replace(/\s+/g, ' ')
      .trim() || ' '
  );
}
