import type { Text, Value } from '../place.ts';
import type { Branch, Entries, FlowSource, OptionSource, SaySource, StepSource } from '../source.ts';

/** Every step with those inside its branches, in the order of the file. */
export function allSteps(steps: readonly StepSource[]): readonly StepSource[] {
  return steps.flatMap((step) => [step, ...branchesOf(step).flatMap(stepsOf)]);
}

function stepsOf(branch: Branch): readonly StepSource[] {
  return branch.kind === 'steps' ? allSteps(branch.steps) : [];
}

/** Where a step may lead beside the next one. */
export function branchesOf(step: StepSource): readonly Branch[] {
  switch (step.kind) {
    case 'ask':
      return given(
        step.otherwise,
        step.hears,
        step.silence?.then,
        ...fixedOptions(step.choices).map((option) => option.branch),
      );
    case 'choose':
      return given(...step.options.map((option) => option.branch), step.otherwise, step.hears, step.silence?.then);
    case 'do':
      return given(step.failed);
    case 'if':
      return given(step.then, step.else);
    case 'say':
    case 'set':
    case 'run':
    case 'go-to':
    case 'handoff':
    case 'end':
      return [];
  }
}

export function optionsOf(step: StepSource): readonly OptionSource[] {
  if (step.kind === 'choose') return step.options;
  return step.kind === 'ask' ? fixedOptions(step.choices) : [];
}

function fixedOptions(choices: Extract<StepSource, { kind: 'ask' }>['choices']): readonly OptionSource[] {
  return choices !== null && !('value' in choices) ? choices : [];
}

/** What a step says to the shopper: the texts that translators see. */
export function saidBy(step: StepSource): readonly Text[] {
  switch (step.kind) {
    case 'say':
      return given(step.text, step.image?.alt);
    case 'ask':
    case 'choose':
      return given(step.text, step.sorry, ...optionsOf(step).map((option) => option.label));
    case 'handoff':
      return given(step.text);
    case 'do':
    case 'if':
    case 'set':
    case 'run':
    case 'go-to':
    case 'end':
      return [];
  }
}

/** Templates that nobody reads: values, addresses, reasons. */
export function valuesOf(step: StepSource): readonly Text[] {
  switch (step.kind) {
    case 'say':
      return given(step.image?.url, ...shown(step).flatMap((value) => value.texts));
    case 'ask':
      return step.choices !== null && 'value' in step.choices ? step.choices.texts : [];
    case 'choose':
      return step.products?.texts ?? [];
    case 'do':
    case 'run':
      return textsOf(step.with);
    case 'set':
      return textsOf(step.values);
    case 'handoff':
      return given(step.reason);
    case 'if':
    case 'go-to':
    case 'end':
      return [];
  }
}

export function allSaid(flow: FlowSource): readonly Text[] {
  return allSteps(flow.steps).flatMap(saidBy);
}

/** What a `say` shows beside its words. */
export function shown({ products, receipt, invoice }: SaySource): readonly Value[] {
  return given(products, receipt, invoice);
}

function textsOf(entries: Entries): readonly Text[] {
  return entries.flatMap((entry) => entry.value.texts);
}

function given<T>(...parts: readonly (T | null | undefined)[]): readonly T[] {
  return parts.filter((part) => part !== null && part !== undefined);
}
