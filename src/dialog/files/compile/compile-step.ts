import type { Choose, Expression, Option, Step, StepId } from '../../book.ts';
import type { AskSource, ChooseSource, Entries, OptionSource, StepSource } from '../source.ts';
import { optionId } from './identity.ts';
import type { Linking } from './linking.ts';
import { saidBy, valuesOf } from './walk.ts';

interface Place {
  readonly id: StepId;
  readonly next: StepId | null;
}

export function compileStep(step: StepSource, place: Place, linking: Linking): Step {
  const { vocabulary, enter, enterStep } = linking;
  const condition = step.kind === 'if' ? step.condition : null;
  const base = { ...place, needs: vocabulary.needs([...saidBy(step), ...valuesOf(step)], condition) };
  const phrase = (text: { readonly value: string } | null) => text && vocabulary.phrase(text.value);
  switch (step.kind) {
    case 'say':
      return {
        kind: 'say',
        ...base,
        text: phrase(step.text),
        image: image(step.image, linking),
        products: value(step.products, linking),
        receipt: value(step.receipt, linking),
        invoice: value(step.invoice, linking),
      };
    case 'ask':
      return { kind: 'ask', ...base, ...waiting(step, place, linking), ...asking(step, linking) };
    case 'choose':
      return { kind: 'choose', ...base, ...waiting(step, place, linking), ...choosing(step, place, linking) };
    case 'do':
      return {
        kind: 'do',
        ...base,
        ...doing(step, linking),
        failed: step.failed && enterStep(step.failed, place.next),
      };
    case 'if':
      return {
        kind: 'if',
        ...base,
        condition: vocabulary.condition(step.condition.value),
        ...ways(step, place, enter),
      };
    case 'set':
      return { kind: 'set', ...base, values: entries(step.values, linking) };
    case 'run':
      return {
        kind: 'run',
        ...base,
        flow: step.flow.value,
        with: entries(step.with, linking),
        as: step.as?.value ?? null,
      };
    case 'go-to':
      return { kind: 'go-to', ...base, next: null, target: target(step.target.value, linking) };
    case 'handoff':
      return { kind: 'handoff', ...base, text: phrase(step.text), reason: phrase(step.reason) };
    case 'end':
      return { kind: 'end', ...base, next: null };
  }
}

function waiting(step: AskSource | ChooseSource, { next }: Place, { vocabulary, enterStep }: Linking) {
  const silence = step.silence && { afterMs: step.silence.afterMs, step: enterStep(step.silence.then, next) };
  return {
    text: vocabulary.phrase(step.text.value),
    sorry: step.sorry && vocabulary.phrase(step.sorry.value),
    attempts: step.attempts,
    otherwise: step.otherwise && enterStep(step.otherwise, next),
    hears: step.hears && enterStep(step.hears, next),
    silence,
  };
}

function asking(step: AskSource, linking: Linking) {
  const { choices } = step;
  const fixed =
    choices !== null && !('value' in choices) ? choices.map((option) => ({ ...label(option, linking) })) : null;
  return {
    slot: step.slot.value,
    type: step.type,
    choices: fixed ?? (choices !== null && 'value' in choices ? value(choices, linking) : null),
    skipWhenKnown: !step.askAgain,
  };
}

function choosing(
  step: ChooseSource,
  { next }: Place,
  linking: Linking,
): Pick<Choose, 'options' | 'products' | 'slot'> {
  const options = step.options.map((option): Option => {
    const plain = label(option, linking);
    return option.branch.kind === 'continue' ? plain : { ...plain, leadsTo: linking.enter(option.branch, next) };
  });
  return { options, products: value(step.products, linking), slot: step.slot?.value ?? null };
}

function label(option: OptionSource, { vocabulary }: Linking): Option {
  return { id: optionId(option), label: vocabulary.phrase(option.label.value) };
}

function doing(step: Extract<StepSource, { kind: 'do' }>, linking: Linking) {
  const reads = linking.context.actions.get(step.action.value)?.reads ?? false;
  return { action: step.action.value, with: entries(step.with, linking), as: step.as?.value ?? null, reads };
}

function ways(step: Extract<StepSource, { kind: 'if' }>, { next }: Place, enter: Linking['enter']) {
  const otherwise = step.else ? enter(step.else, next) : next;
  // biome-ignore lint/suspicious/noThenProperty: the flow language's own word; nobody awaits a step.
  return { then: step.then ? enter(step.then, next) : next, else: otherwise };
}

function target(name: string, linking: Linking): { readonly flow: string } | { readonly step: StepId } {
  const step = linking.target(name);
  return step === null ? { flow: name } : { step };
}

function image(source: Extract<StepSource, { kind: 'say' }>['image'], { vocabulary }: Linking) {
  return source && { url: vocabulary.phrase(source.url.value), alt: vocabulary.phrase(source.alt.value) };
}

function value(
  source: { readonly value: Parameters<Linking['vocabulary']['expression']>[0] } | null,
  linking: Linking,
): Expression | null {
  return source && linking.vocabulary.expression(source.value);
}

function entries(source: Entries, linking: Linking): readonly (readonly [string, Expression])[] {
  return source.map(({ key, value: given }) => [key.value, linking.vocabulary.expression(given.value)] as const);
}
