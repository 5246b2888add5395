import type { Activity } from 'botbuilder';
import type { Choice } from '../../../src/channel/message.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { choiceData } from './choice-data.ts';
import { linesOf, type Run } from './runs.ts';

/** An element or action of an Adaptive Card, schema 1.5 (adaptivecards.io/explorer): what Teams shows of a bot, at most. */
export interface Element {
  readonly type: string;
  readonly [property: string]: unknown;
}

export interface Card {
  readonly body: readonly Element[];
  readonly actions: readonly Element[];
}

const schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
const contentType = 'application/vnd.microsoft.card.adaptive';

/** `summary` is what a notification says of it. */
export function cardActivity({ body, actions }: Card, summary: string): Partial<Activity> {
  const content = {
    ...{ type: 'AdaptiveCard', $schema: schema, version: '1.5', body },
    ...(actions.length > 0 ? { actions } : {}),
  };
  return { type: 'message', summary, attachments: [{ contentType, content }] };
}

/**
 * A button. `Action.Submit` comes back as a message, which is kept and answered like any other; `Action.Execute` would be an invoke
 * that has to be answered with a new card within seconds, and a turn may take longer.
 */
export function submit(choice: Pick<Choice, 'id' | 'label'>): Element {
  return { type: 'Action.Submit', title: choice.label.toWellFormed(), data: choiceData(choice) };
}

/**
 * Words as they are: a `RichTextBlock` takes no sign for markup, where a `TextBlock` reads markdown into a product's name. A line
 * each, because clients differ in what a line break within one becomes.
 */
export function textBlocks(text: RichText, look: Readonly<Record<string, unknown>> = {}): readonly Element[] {
  let isAfterGap = true;
  return linesOf(text).flatMap((line) => {
    const isEmpty = line.every(({ text: words }) => words.trim() === '');
    const spacing = isAfterGap ? 'Medium' : 'None';
    isAfterGap = isEmpty;
    return isEmpty ? [] : [{ type: 'RichTextBlock', spacing, inlines: line.map((run) => inline(run, look)) }];
  });
}

/** One line, in one look. */
export function line(words: string, look: Readonly<Record<string, unknown>> = {}, block: object = {}): Element {
  const text = words.toWellFormed().replace(/\s+/gu, ' ');
  return { type: 'RichTextBlock', spacing: 'None', ...block, inlines: [{ type: 'TextRun', text, ...look }] };
}

function inline({ text, bold, italic, code, link }: Run, look: Readonly<Record<string, unknown>>): string | Element {
  const style = {
    ...look,
    ...(bold ? { weight: 'Bolder' } : {}),
    ...(italic ? { italic } : {}),
    ...(code ? { fontType: 'Monospace' } : {}),
    ...(link === null ? {} : { selectAction: { type: 'Action.OpenUrl', url: link } }),
  };
  return Object.keys(style).length === 0 ? text : { type: 'TextRun', text, ...style };
}
