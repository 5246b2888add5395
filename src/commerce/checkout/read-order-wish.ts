import { normalise } from '../../understanding/normalise.ts';
import type { WayToPay } from '../payment/ways-to-pay.ts';
import type { DeliveryOption } from '../shipping/delivery-options.ts';
import {
  aroundWish,
  askingStart,
  changeWords,
  contactNouns,
  deliveryNouns,
  payments,
  payNouns,
  speeds,
} from './order-words.ts';

type Labelled<T> = T & {
  /** In the merchant's words and in the shopper's. */
  readonly labels: readonly string[];
};

export interface Offered {
  readonly options: readonly Labelled<DeliveryOption>[];
  readonly ways: readonly Labelled<WayToPay>[];
}

interface Choosing {
  readonly what: 'delivery' | 'payment';
  readonly id: string | null;
}

/** What somebody who is ordering wants otherwise. An `id` of `null`: such a thing is not offered. */
export type OrderWish =
  | Choosing
  /** "Change the delivery": how, has still to be asked. */
  | { readonly what: 'redo'; readonly part: 'delivery' | 'payment' | 'contact' };

const longest = 120;

/** "Express please", "cash instead": every word has to be of the wish; a question is none. */
export function readOrderWish(text: string, offered: Offered): OrderWish | null {
  if (text.length > longest || /[?？؟¿]/u.test(text) || askingStart.test(text)) return null;
  const words = normalise(text).split(' ');
  const ofDelivery = words.some((word) => deliveryNouns.has(word));
  const ofPayment = words.some((word) => payNouns.has(word));
  const telling = words.filter((word) => !aroundWish.has(word) && !deliveryNouns.has(word) && !payNouns.has(word));
  if (telling.every((word) => changeWords.has(word) || contactNouns.has(word)))
    return redone(words, { ofDelivery, ofPayment });
  const wanted = telling.filter((word) => !changeWords.has(word));
  const delivery = ofPayment && !ofDelivery ? null : deliveryMeant(wanted, offered.options);
  if (delivery !== null && delivery.id !== null) return delivery;
  return (ofDelivery && !ofPayment && delivery) || (paymentMeant(wanted, offered.ways) ?? delivery);
}

interface Nouns {
  readonly ofDelivery: boolean;
  readonly ofPayment: boolean;
}

function redone(words: readonly string[], { ofDelivery, ofPayment }: Nouns): OrderWish | null {
  if (!words.some((word) => changeWords.has(word))) return null;
  const ofContact = words.some((word) => contactNouns.has(word));
  const parts = [ofDelivery && 'delivery', ofPayment && 'payment', ofContact && 'contact'] as const;
  const [part, another] = parts.filter((one) => one !== false);
  return part === undefined || another !== undefined ? null : { what: 'redo', part };
}

function deliveryMeant(words: readonly string[], options: Offered['options']): Choosing | null {
  const named = only(options.filter(({ labels }) => isNamed(words, labels)));
  if (named) return { what: 'delivery', id: named.id };
  const { fast, plain, fetched, sooner } = speeds;
  if (!words.every((word) => [fast, plain, fetched, sooner].some((some) => some.has(word)))) return null;
  if (words.some((word) => fetched.has(word)))
    return { what: 'delivery', id: only(options.filter(({ pickUp }) => pickUp !== null))?.id ?? null };
  if (words.some((word) => sooner.has(word))) return { what: 'delivery', id: null };
  const isFast = words.some((word) => fast.has(word));
  return { what: 'delivery', id: first(options, isFast ? laterBy : dearerBy)?.id ?? null };
}

function paymentMeant(words: readonly string[], ways: Offered['ways']): Choosing | null {
  const named = only(ways.filter(({ labels }) => isNamed(words, labels)));
  if (named) return { what: 'payment', id: named.id };
  const kind = payments.find((one) => words.some((word) => one.words.has(word)));
  const isWhole = words.every((word) => payments.some((one) => one.words.has(word)));
  if (!kind || !isWhole) return null;
  return { what: 'payment', id: only(ways.filter(({ id }) => kind.providers.includes(id)))?.id ?? null };
}

/** Nothing is said but words of a label. */
function isNamed(words: readonly string[], labels: readonly string[]): boolean {
  return words.length > 0 && labels.some((label) => words.every((word) => normalise(label).split(' ').includes(word)));
}

function only<T>(all: readonly T[]): T | null {
  return all.length === 1 ? (all[0] ?? null) : null;
}

type Compare = (one: DeliveryOption, other: DeliveryOption) => number;

const laterBy: Compare = (one, other) => one.latest.localeCompare(other.latest);
const dearerBy: Compare = (one, other) => one.price.amount - other.price.amount;

/** The one that goes before all others; none where two are alike. */
function first(options: Offered['options'], by: Compare): DeliveryOption | null {
  const brought = options.filter(({ pickUp }) => pickUp === null).toSorted(by);
  const [best, next] = brought;
  return best && next && by(best, next) < 0 ? best : null;
}
