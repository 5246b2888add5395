import type { Capabilities } from '../../../channel/capabilities.ts';
import { lengthOfString } from '../../../channel/text-length.ts';
import { allSteps, optionsOf, saidBy } from '../compile/walk.ts';
import type { Text } from '../place.ts';
import type { OptionSource, StepSource } from '../source.ts';
import type { Checking } from './checking.ts';

type Channel = Checking['context']['channels'][number];

/** What a channel would shorten, split or number. Templates are measured by what is fixed in them. Warnings all. */
export function checkLimits(checking: Checking): void {
  for (const step of checking.flows.flatMap((flow) => allSteps(flow.steps))) {
    for (const channel of checking.context.channels) {
      checkOptions(step, channel, checking);
      for (const text of saidBy(step))
        for (const version of versionsOf(text, checking)) checkText(version, channel, checking);
    }
  }
}

/** The text and its translations, each at its place. */
function versionsOf(text: Text, { messages }: Checking): readonly Text[] {
  const translated = messages.files.flatMap(({ entries }) =>
    entries.filter(({ source }) => source.value === text.value),
  );
  return [text, ...translated.map((entry) => entry.text)];
}

function fixedPart(text: string): string {
  return text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '');
}

function checkText(text: Text, { name, capabilities }: Channel, { mistakes }: Checking): void {
  const { max, unit } = capabilities.text;
  const length = lengthOfString(fixedPart(text.value), unit);
  if (length <= max) return;
  const measure = unit === 'bytes' ? 'bytes' : 'characters';
  mistakes.report(
    'text-too-long',
    text.at,
    `This text is ${length} ${measure}, ${name} shows ${max} in one message.`,
    'It will come in parts. Say it shorter, or in two steps.',
  );
}

function checkOptions(step: StepSource, channel: Channel, checking: Checking): void {
  const options = optionsOf(step);
  if (options.length === 0) return;
  const room = roomFor(options.length, channel.capabilities);
  if (room === null) tellTooMany(step, channel, { count: options.length, checking });
  else for (const option of options) checkLabel(option, { ...room, channel: channel.name, checking });
}

interface Room {
  readonly labelMax: number;
  readonly what: 'button' | 'row of a list';
}

/** As degrade does it: buttons as long as there are few enough, else the rows of a list. */
function roomFor(count: number, { buttons, list }: Capabilities): Room | null {
  if (buttons && count <= buttons.max) return { labelMax: buttons.labelMax, what: 'button' };
  return list && count <= list.max ? { labelMax: list.labelMax, what: 'row of a list' } : null;
}

function checkLabel(
  option: OptionSource,
  { labelMax, what, channel, checking }: Room & { readonly channel: string; readonly checking: Checking },
): void {
  for (const label of versionsOf(option.label, checking)) {
    const { length } = fixedPart(label.value);
    if (length <= labelMax) continue;
    const message = `This ${what} is ${length} characters, ${channel} shows ${labelMax}.`;
    checking.mistakes.report('label-too-long', label.at, message, `Say it in ${labelMax} characters or less.`);
  }
}

interface Many {
  readonly count: number;
  readonly checking: Checking;
}

/** A channel without buttons shows numbers to everybody: nothing to warn of. */
function tellTooMany(step: StepSource, { name, capabilities }: Channel, { count, checking }: Many): void {
  const most = Math.max(capabilities.buttons?.max ?? 0, capabilities.list?.max ?? 0);
  if (most === 0) return;
  const message = `There are ${count} options, ${name} shows ${most}.`;
  checking.mistakes.report(
    'too-many-options',
    step.at,
    message,
    'They will be numbered in the text. Offer fewer, or ask in two steps.',
  );
}
