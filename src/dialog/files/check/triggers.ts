import { normalise } from '../../../understanding/normalise.ts';
import { compilePattern, parseButton, parseNews } from '../compile/compile-triggers.ts';
import type { FlowSource, TriggerSource } from '../source.ts';
import type { Checking } from './checking.ts';
import { spot } from './names.ts';
import { slowPart } from './slow-pattern.ts';

interface Owned {
  readonly flow: FlowSource;
  readonly trigger: TriggerSource;
}

/** No two flows start on the same, and patterns can be run on what strangers write. */
export function checkTriggers(checking: Checking): void {
  const seen = new Map<string, Owned>();
  for (const flow of [...checking.flows, ...checking.heads]) {
    for (const trigger of flow.triggers) {
      if (trigger.kind === 'pattern') checkPattern(trigger, checking);
      checkTwice({ flow, trigger }, seen, checking);
    }
  }
}

function checkTwice(now: Owned, seen: Map<string, Owned>, checking: Checking): void {
  const key = `${now.trigger.kind} ${sameness(now.trigger)}`;
  const first = seen.get(key);
  if (!first) seen.set(key, now);
  else if (first.flow !== now.flow) tellTwice(now, first, checking);
}

function sameness(trigger: TriggerSource): string {
  const { kind, text } = trigger;
  switch (kind) {
    case 'example':
      return normalise(text.value.replace(/\{[^{}]*\}/g, ' {} '));
    case 'word':
      return normalise(text.value);
    case 'button':
      return parseButton(text.value).id;
    case 'news':
      return parseNews(text.value).news;
    case 'pattern':
      return text.value;
    case 'moment':
      return trigger.moment;
  }
}

function tellTwice({ trigger }: Owned, first: Owned, { mistakes }: Checking): void {
  const other = `"${first.flow.id.value}" (${spot(first.trigger.text.at)})`;
  const { kind, text } = trigger;
  if (kind === 'moment') {
    mistakes.report(
      'same-moment',
      text.at,
      `Two flows start on "${text.value}": this one and ${other}.`,
      'Only one flow can. Take the line out of one of them.',
    );
    return;
  }
  const message = `Two flows start on "${text.value}": this one and ${other}.`;
  mistakes.report('same-trigger', text.at, message, 'Take the line out of one of them, or change its words.');
}

function checkPattern({ text }: TriggerSource, { mistakes }: Checking): void {
  const compiled = compilePattern(text.value);
  if (typeof compiled === 'string') {
    const reason = compiled.replace(/^Invalid regular expression: /, '').replace(/^\/.*\/\w*: /, '');
    mistakes.report(
      'broken-pattern',
      text.at,
      `This is not a regular expression: ${reason}.`,
      'Look for a bracket that is not closed. A plain "word:" may do.',
    );
    return;
  }
  const slow = slowPart(text.value);
  if (slow === null) return;
  const message = `This pattern can take for ever on some messages, because of ${slow}.`;
  mistakes.report('slow-pattern', text.at, message, 'Do not repeat what is repeated inside: (a+)+ can be a+.');
}
