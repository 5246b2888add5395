import type { Activity } from 'botbuilder';
import { split } from '../../../src/channel/cut.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { type Card, cardActivity, type Element } from './card.ts';
import { toMarkdown } from './markdown.ts';

/**
 * The most that is sent at once, in bytes of UTF-16 with all of its JSON. learn.microsoft.com/microsoftteams, "Format your bot
 * messages" allows about 100 KB, its older versions 40 KB, "Create Incoming Webhooks" 28 KB: the lowest holds in all.
 */
export const mostBytes = 28 * 1024;

/** What the client adds to an activity: who speaks to whom, where. Ids of Teams have up to about 200 characters each. */
const envelopeBytes = 4 * 1024;

export function fits(activity: Partial<Activity>): boolean {
  return JSON.stringify(activity).length * 2 + envelopeBytes <= mostBytes;
}

/** As many messages as the text needs; mostly one. */
export function textActivities(text: RichText, max = 10_000): readonly Partial<Activity>[] {
  return split(text, max, 'utf16').flatMap((piece) => {
    const activity = textActivity(piece);
    return fits(activity) || max <= 64 ? [activity] : textActivities(piece, Math.floor(max / 2));
  });
}

/** `plain` is not looked at by every client of Teams: a sign escaped in markdown means itself in all of them. */
export function textActivity(text: RichText): Partial<Activity> {
  return { type: 'message', text: toMarkdown(text), textFormat: 'markdown' };
}

/** One card; or several, when one would be too large: then the buttons are under the last. No element is cut. */
export function cardActivities({ body, actions }: Card, summary: string): readonly Partial<Activity>[] {
  if (body.length === 0 && actions.length === 0) return [];
  const groups: Element[][] = [[]];
  for (const element of body) {
    const last = groups.at(-1) ?? [];
    const isRoom = fits(cardActivity({ body: [...last, element], actions }, summary));
    if (isRoom || last.length === 0) last.push(element);
    else groups.push([element]);
  }
  return groups.map((group, index) =>
    cardActivity({ body: group, actions: index === groups.length - 1 ? actions : [] }, summary),
  );
}
