import { isMap, isSeq } from 'yaml';
import { placeOf, type Reading, readFields } from './fields.ts';
import { flowKeys } from './keys.ts';
import { readSteps } from './read-steps.ts';
import { readTriggers } from './read-triggers.ts';
import type { FlowSource } from './source.ts';
import { readId, readText, readYesNo } from './values.ts';
import type { YamlFile } from './yaml-file.ts';

/** One file's flow; `null` when nothing of it can be used. */
export function readFlow({ root, file, broken }: YamlFile, reading: Reading): FlowSource | null {
  const before = broken ? -1 : reading.mistakes.structural();
  if (!isMap(root)) {
    const hint = 'Begin with "flow: a-name", then "steps:".';
    if (root !== null || file.text.trim() === '')
      reading.mistakes.report('wrong-type', placeOf(root, file), 'This file holds no flow.', hint);
    return null;
  }
  const fields = readFields(root, flowKeys, { ...reading, what: 'A flow' });
  const id = readId(fields.get('flow'), reading);
  const steps = fields.get('steps');
  const rest = {
    about: readText(fields.get('about'), reading),
    triggers: readTriggers(fields.get('starts on'), reading),
    comesBack: readYesNo(fields.get('comes back'), reading) ?? true,
    steps: steps ? readSteps(steps, reading) : [],
    whole: reading.mistakes.structural() === before,
  };
  if (id && isSeq(steps?.node) && steps.node.items.length === 0) {
    const hint = 'Add at least one, such as "- say: Hello".';
    reading.mistakes.report('no-steps', id.at, `The flow "${id.value}" has no steps.`, hint);
  }
  return id && { id, ...rest };
}
