import { foldCase } from '../../understanding/normalise.ts';
import type { Destination } from '../address.ts';
import { usStates } from './us-states.ts';

/** A state's code by its code or name, where Parley knows the country's states: those of the US. */
export function regionCode(country: string, region: string): string | null {
  if (country !== 'US') return null;
  const said = foldCase(region).replace(/\./gu, '').trim();
  const state = usStates.find(([code, name]) => foldCase(code) === said || foldCase(name) === said);
  return state?.[0] ?? null;
}

/** The state that a ZIP code lies in, so that a postcode is enough for rules that go by state. */
export function withKnownRegion(destination: Destination): Destination {
  const { country, region, postcode } = destination;
  if (region !== null || country !== 'US' || postcode === null) return destination;
  return { ...destination, region: stateOf(postcode) };
}

/** The state's code by the first three digits; `null` for what is no ZIP code, or is of none of the states known here. */
export function stateOf(zip: string): string | null {
  if (!/^\d{5}/u.test(zip)) return null;
  const prefix = zip.slice(0, 3);
  const state = usStates.find(([, , ranges]) => ranges.split(' ').some((range) => isWithin(range, prefix)));
  return state?.[0] ?? null;
}

function isWithin(range: string, prefix: string): boolean {
  const [from = '', to = from] = range.split('-');
  return from <= prefix && prefix <= to;
}
