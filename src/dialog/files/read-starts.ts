import { isMap } from 'yaml';
import { type Field, fieldsOf, type Reading } from './fields.ts';
import type { Text } from './place.ts';
import { readTriggers } from './read-triggers.ts';
import type { FlowSource, TriggerSource, WrittenTrigger } from './source.ts';

/** What starts one flow in the language of a messages file. */
export interface FlowStarts {
  readonly flow: Text;
  readonly triggers: readonly WrittenTrigger[];
}

/** The section `starts on` of messages/<locale>.yaml: flow → what shoppers write in that language. */
export function readStarts(section: Field, locale: string, reading: Reading): readonly FlowStarts[] {
  if (isMap(section.node)) {
    return fieldsOf(section.node, reading).map((field) => ({
      flow: field.key,
      triggers: readTriggers(field, reading).flatMap((trigger) => written(trigger, locale, reading)),
    }));
  }
  reading.mistakes.report(
    'wrong-type',
    section.at,
    '"starts on" of a language names flows.',
    'Write the name of a flow and a colon, and below it what shoppers write, each line beginning with "- ".',
  );
  return [];
}

function written(trigger: TriggerSource, locale: string, { mistakes }: Reading): readonly WrittenTrigger[] {
  switch (trigger.kind) {
    case 'example':
    case 'word':
    case 'pattern':
      return [{ ...trigger, locale }];
    case 'button':
    case 'news':
    case 'moment': {
      const message = `A ${trigger.kind} is the same in every language.`;
      mistakes.report('wrong-type', trigger.text.at, message, 'Move the line to "starts on" of the flow itself.');
      return [];
    }
  }
}

/** The flows, each with what starts it in other languages beside its own. */
export function withStarts(flows: readonly FlowSource[], starts: readonly FlowStarts[]): readonly FlowSource[] {
  return flows.map((flow) => {
    const others = starts.filter((start) => start.flow.value === flow.id.value).flatMap(({ triggers }) => triggers);
    return others.length === 0 ? flow : { ...flow, triggers: [...flow.triggers, ...others] };
  });
}
