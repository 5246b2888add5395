import { didYouMean } from '../fields.ts';
import type { FlowStarts } from '../read-starts.ts';
import type { FlowSource, WrittenTrigger } from '../source.ts';
import type { Checking } from './checking.ts';
import { captured, knownSlots } from './known-slots.ts';

/** What starts flows in other languages names flows that are there, and fills slots that the flow itself knows. */
export function checkStartsElsewhere(checking: Checking): void {
  const starts = checking.messages.files.flatMap((file) => file.starts);
  if (starts.length === 0) return;
  const slots = slotsInOwnLanguage(checking);
  for (const start of starts) {
    const known = slots.get(start.flow.value);
    if (known === undefined) tellUnknownFlow(start, checking);
    else for (const trigger of start.triggers) checkSlots(trigger, known, checking);
  }
}

function slotsInOwnLanguage(checking: Checking): ReadonlyMap<string, readonly string[]> {
  const flows = checking.flows.map(
    (flow): FlowSource => ({ ...flow, triggers: flow.triggers.filter((trigger) => !('locale' in trigger)) }),
  );
  const known = knownSlots({ ...checking, flows });
  return new Map([...known].map(([flow, slots]) => [flow.id.value, [...slots.keys()]]));
}

function tellUnknownFlow({ flow }: FlowStarts, { flows, broken, mistakes }: Checking): void {
  if (broken.includes(flow.value)) return;
  const ids = flows.map(({ id }) => id.value);
  const hint = didYouMean(flow.value, ids, 'Write the name of a flow here.');
  mistakes.report('unknown-flow', flow.at, `There is no flow "${flow.value}".`, hint);
}

function checkSlots(trigger: WrittenTrigger, known: readonly string[], { mistakes }: Checking): void {
  for (const name of captured(trigger).filter((slot) => !known.includes(slot))) {
    const hint = didYouMean(name, known, 'Use a slot that the flow asks for, or that its own "starts on" fills.');
    mistakes.report('unknown-slot', trigger.text.at, `The flow knows no slot "${name}".`, hint);
  }
}
