import pc from 'picocolors';
import { addressLine } from '../commerce/checkout/address-line.ts';
import type { Order } from '../commerce/orders/order.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { Shipped } from '../commerce/shipping/ship-order.ts';
import { ago } from './ago.ts';
import { noOrder } from './orders-words.ts';

export function shippedWords({ order, labelUrl }: Shipped): string {
  const { number, carrier, tracking, trackingUrl, shipping } = order;
  if (shipping?.pickUp != null) return `Order ${number} lies ready at ${shipping.label}.\n`;
  const by = tracking === null ? '' : `  ${carrier ?? 'tracking number'}: ${tracking}\n`;
  const lines = [trackingUrl, labelUrl === null ? null : `label: ${labelUrl}`].filter((line) => line !== null);
  return `Order ${number} is on its way.\n${by}${lines.map((line) => `  ${line}\n`).join('')}`;
}

export function deliveredWords({ number }: Order): string {
  return `Order ${number} is with the shopper.\n`;
}

/** What stopped it, and what mends it. */
export function whyNotShipped(number: string, { refused, details }: Refusal): string {
  const { status, tracking, carrier, services, code } = details ?? {};
  switch (refused) {
    case 'not-found':
      return noOrder(number);
    case 'not-now':
      return `Order ${number} is ${status}${tracking ? ` (${tracking})` : ''}: it cannot be sent now.`;
    case 'not-paid':
      return `Order ${number} is not paid in full: "parley orders show ${number}" tells what is owed.`;
    case 'by-hand':
      return `Nobody makes a label for order ${number}: give its number with --tracking, or send it with --no-tracking.`;
    case 'no-address':
      return `Order ${number} has no address.`;
    case 'no-carrier':
      return `"${carrier}" is not connected: set it up in .env, or give a number with --tracking.`;
    case 'no-sender':
      return 'Write in shop/shipping.yaml under "sender:" where your parcels come from.';
    case 'no-service':
      return `There is no such service for this parcel. There are: ${Array.isArray(services) && services.length > 0 ? services.join(', ') : 'none'}.`;
    case 'bad-address':
      return `The carrier finds no such address as that of order ${number}.`;
    default:
      return `The carrier refuses: ${code ?? refused}.`;
  }
}

/** It has to be sent before it can have arrived. */
export function whyNotDelivered(number: string, refusal: Refusal): string {
  const { status } = refusal.details ?? {};
  if (refusal.refused !== 'not-now') return whyNotShipped(number, refusal);
  if (status === 'placed' || status === 'packed')
    return `Order ${number} is ${status}: ship it first, with "parley ship ${number}".`;
  return `Order ${number} is ${status}: it cannot arrive now.`;
}

/** What is under way, the oldest first, told apart by what is wrong with it. */
export function parcelsWords(orders: readonly Order[], now: number): string {
  if (orders.length === 0) return 'Nothing is under way.\n';
  return `${orders.map((order) => parcelRow(order, now)).join('')}${orders.length} under way\n`;
}

const states: Readonly<Record<string, string>> = {
  announced: 'announced',
  'on-its-way': 'on its way',
  'out-for-delivery': 'out for delivery',
  waiting: 'waits to be fetched',
  failed: 'not delivered',
};

function parcelRow({ number, carrier, tracking, parcel, eta, address }: Order, now: number): string {
  const state = parcel === null ? 'sent' : (states[parcel.state] ?? parcel.state);
  const shown = parcel?.state === 'failed' ? pc.red(state) : state;
  const by = [carrier, tracking].filter((part) => part !== null).join(' ');
  const heard = parcel === null ? null : `heard of ${ago(parcel.heardAt, now)}`;
  const expected = eta === null ? null : `expected ${eta.slice(0, 10)}`;
  const to = address === null ? null : `to ${addressLine({ ...address, name: null, lines: [] }, 'en')}`;
  const facts = [by, to, parcel?.place && `at ${parcel.place}`, expected, heard].filter(Boolean);
  return `${pc.bold(number)}  ${shown}${facts.length === 0 ? '' : `  ${pc.dim(facts.join(' · '))}`}\n`;
}
