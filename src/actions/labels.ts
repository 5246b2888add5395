import { labelIn } from '../commerce/rules/labels.ts';
import type { ActionContext } from './action.ts';

export type Labelling = Pick<ActionContext, 'rules' | 'locale'>;

/** A label of the merchant's files as this shopper reads it. */
export function labelFor(label: string, { rules, locale }: Labelling): string {
  return labelIn(rules.labels, label, locale);
}
