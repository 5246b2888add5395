import { longestId, optionId } from '../compile/identity.ts';
import { allSteps, branchesOf, optionsOf } from '../compile/walk.ts';
import { didYouMean } from '../fields.ts';
import type { Place, Text } from '../place.ts';
import type { FlowSource, StepSource } from '../source.ts';
import type { Checking } from './checking.ts';

/** Flows, steps and options are called once each, and what is called exists. */
export function checkNames(checking: Checking): void {
  checkFlowIds(checking);
  for (const flow of checking.flows) {
    checkFlow(flow, checking);
    checkStepNames(flow, checking);
    for (const step of allSteps(flow.steps)) checkOptions(step, checking);
    for (const step of allSteps(flow.steps)) checkTargets(step, flow, checking);
  }
}

function checkFlowIds({ flows, heads, mistakes }: Checking): void {
  eachTwice(
    [...flows, ...heads].map((flow) => flow.id),
    (again, first) => {
      const message = `There are two flows "${again.value}".`;
      mistakes.report(
        'duplicate-flow',
        again.at,
        message,
        `The other is at ${spot(first.at)}. Give this one another name.`,
      );
    },
  );
}

function checkFlow(flow: FlowSource, { mistakes }: Checking): void {
  if (flow.about === null || flow.about.value.trim() === '') {
    mistakes.report(
      'no-about',
      flow.id.at,
      `The flow "${flow.id.value}" does not say what it is for.`,
      'Add a line "about: …": the assistant picks flows by it.',
    );
  }
}

function checkStepNames(flow: FlowSource, { mistakes }: Checking): void {
  const names = allSteps(flow.steps).flatMap((step) => step.name ?? []);
  eachTwice(names, (again, first) => {
    const message = `There are two steps "${again.value}" in this flow.`;
    mistakes.report(
      'duplicate-step-name',
      again.at,
      message,
      `The other is at ${spot(first.at)}. Give this one another name.`,
    );
  });
}

function checkOptions(step: StepSource, { mistakes }: Checking): void {
  const options = optionsOf(step);
  const labels = options.map(({ label }) => ({ value: label.value.trim().toLowerCase(), at: label.at }));
  const told = new Set<number>();
  eachTwice(labels, (again) => {
    told.add(again.at.start);
    const message = 'There are two options with this label.';
    mistakes.report('duplicate-option', again.at, message, 'A shopper could not tell them apart: change one of them.');
  });
  const ids = options.map((option) => ({
    value: optionId(option),
    at: option.id?.at ?? option.label.at,
    label: option.label.at,
  }));
  eachTwice(ids, (again, first) => {
    if (told.has(again.label.start)) return;
    const message = `There are two options with the id "${again.value}".`;
    mistakes.report(
      'duplicate-option',
      again.at,
      message,
      `The other is at ${spot(first.at)}. Give one of them an id of its own: id: ${again.value}-2`,
    );
  });
  for (const { id } of options) {
    if (id === null || Buffer.byteLength(id.value) <= longestId) continue;
    mistakes.report(
      'long-id',
      id.at,
      `This id is ${Buffer.byteLength(id.value)} bytes; ${longestId} is the most.`,
      'Choose a shorter one; the label may stay as it is.',
    );
  }
}

function checkTargets(step: StepSource, flow: FlowSource, checking: Checking): void {
  const { flows, broken, mistakes } = checking;
  const ids = [...flows.map((other) => other.id.value), ...broken];
  const names = allSteps(flow.steps).flatMap((other) => other.name?.value ?? []);
  if (step.kind === 'run' && !ids.includes(step.flow.value)) {
    mistakes.report(
      'unknown-flow',
      step.flow.at,
      `There is no flow "${step.flow.value}".`,
      didYouMean(step.flow.value, ids, known(ids)),
    );
  }
  for (const target of targetsOf(step)) {
    if (ids.includes(target.value) || names.includes(target.value)) continue;
    const message = `There is no flow and no step in this flow called "${target.value}".`;
    mistakes.report('unknown-target', target.at, message, didYouMean(target.value, [...names, ...ids], known(ids)));
  }
}

function known(ids: readonly string[]): string | null {
  return ids.length === 0 || ids.length > 12 ? null : `Flows are: ${ids.join(', ')}.`;
}

export function targetsOf(step: StepSource): readonly Text[] {
  const branches = branchesOf(step).flatMap((branch) => (branch.kind === 'go-to' ? [branch.target] : []));
  return step.kind === 'go-to' ? [step.target, ...branches] : branches;
}

function eachTwice<T extends Text>(texts: readonly T[], tell: (again: T, first: T) => void): void {
  const seen = new Map<string, T>();
  for (const text of texts) {
    const first = seen.get(text.value);
    if (first) tell(text, first);
    else seen.set(text.value, text);
  }
}

export function spot({ file, start }: Place): string {
  return `${file.path}:${file.lines.linePos(start).line}`;
}
