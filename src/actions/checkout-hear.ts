import { z } from 'zod';
import { readDraft } from '../commerce/checkout/draft.ts';
import { readGivenAddress } from '../commerce/checkout/given-address.ts';
import { addressWished, hasNoMail, nameWished, whyAsked } from '../commerce/checkout/order-words.ts';
import { type Checkout, readCheckout } from '../commerce/checkout/read-checkout.ts';
import { readContact } from '../commerce/checkout/read-contact.ts';
import { type OrderWish, readOrderWish } from '../commerce/checkout/read-order-wish.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { readSlot } from '../understanding/read-slot.ts';
import { readPersonName } from '../understanding/slots/person-name.ts';
import { type ActionContext, defineAction } from './action.ts';
import { optionView, viewChanged, wayView } from './checkout-view.ts';
import { countryFor } from './given-country.ts';
import { labelFor } from './labels.ts';

const heardSchema = z.object({
  what: z.enum(['delivery', 'payment', 'contact', 'address', 'redo', 'why', 'no-email', 'not-offered']),
  part: z.enum(['delivery', 'payment', 'contact']).nullable().describe('redo: what is to be asked again.'),
  written: z.string().nullable().describe('address: as written, for checkout.address; contact: what it is now.'),
  offered: z.array(z.string()).describe('not-offered: the labels of what can be had instead.'),
});
type Heard = z.output<typeof heardSchema>;

export const checkoutHear = defineAction({
  name: 'checkout.hear',
  about:
    'What words beside the answers to a question of the checkout change: delivery, payment and contact are changed at once; an address is ' +
    'handed back. `asked` tells the question: name and reach take what answers them. Refuses with not-about-this.',
  input: z.object({
    text: z.union([z.string(), z.number().transform(String)]).transform((text) => text.slice(0, 2_000).trim()),
    asked: z.enum(['name', 'reach']).nullish(),
  }),
  output: heardSchema,
  callers: ['flow'],
  async run({ text, asked }, context) {
    if (asked && whyAsked.test(text) && !text.includes('@')) return heard('why');
    if (asked === 'name') return (await nameHeard(text, context)) ?? unheard;
    if (asked === 'reach') return (await reachHeard(text, context)) ?? unheard;
    return (await changeHeard(text, context)) ?? unheard;
  },
});

const unheard = { refused: 'not-about-this' } as const;

function heard(what: Heard['what'], more: Partial<Heard> = {}): Heard {
  return { part: null, written: null, offered: [], ...more, what };
}

/** A name, and whatever else comes with it. */
async function nameHeard(text: string, context: ActionContext): Promise<Heard | null> {
  const said = readContact({ text, name: null, email: null, phone: null }, slotsIn(context));
  return isRefusal(said) ? null : await contactHeard(said, context);
}

async function reachHeard(text: string, context: ActionContext): Promise<Heard | null> {
  const reach = { email: slot('email', text, context), phone: slot('phone', text, context) };
  if (reach.email !== null || reach.phone !== null) return await contactHeard(reach, context);
  return hasNoMail(text) ? heard('no-email') : null;
}

async function changeHeard(text: string, context: ActionContext): Promise<Heard | null> {
  const checkout = await readCheckout(context, context);
  const wish = readOrderWish(text, offeredIn(checkout, context));
  if (wish) return await wishHeard(wish, checkout, context);
  const name = readPersonName(nameWished(text) ?? '');
  if (name !== null) return await contactHeard({ name }, context);
  const email = slot('email', text, context);
  if (email !== null) return await contactHeard({ email }, context);
  return await addressHeard(text, context);
}

async function wishHeard(wish: OrderWish, checkout: Checkout, context: ActionContext): Promise<Heard> {
  if (wish.what === 'redo') return heard('redo', { part: wish.part });
  if (wish.id === null) return heard('not-offered', { offered: labelsOf(wish.what, checkout, context) });
  await viewChanged(context, wish.what === 'delivery' ? { delivery: wish.id } : { payBy: wish.id });
  return heard(wish.what);
}

function labelsOf(what: 'delivery' | 'payment', { options, ways }: Checkout, context: ActionContext): string[] {
  return what === 'delivery'
    ? options.map((option) => optionView(option, context).label)
    : ways.map((way) => wayView(way, context).label);
}

function offeredIn({ options, ways }: Checkout, context: ActionContext): Parameters<typeof readOrderWish>[1] {
  const labels = (label: string): readonly string[] => [label, labelFor(label, context)];
  return {
    options: options.map((option) => ({ ...option, labels: labels(option.label) })),
    ways: ways.map((way) => ({ ...way, labels: labels(way.label) })),
  };
}

type Said = Partial<Checkout['contact']>;

async function contactHeard(said: Said, context: ActionContext): Promise<Heard> {
  const { contact: before } = await readCheckout(context, context);
  const { name, email, phone } = said;
  await viewChanged(context, {
    contact: { name: name ?? before.name, email: email ?? before.email, phone: phone ?? before.phone },
  });
  return heard('contact', { written: name ?? email ?? phone ?? null });
}

/** Of words that are not said to be one, only a whole address is taken. */
async function addressHeard(text: string, context: ActionContext): Promise<Heard | null> {
  const { written, isAnnounced } = addressWished(text);
  if (!/\d/u.test(written) || /[?？؟¿]/u.test(written) || !readsAsAddress(written, context)) return null;
  const { draft } = await readDraft(context, context.customer);
  const given = { text: written, part: null, houseNumber: null, parts: [] };
  const isWhole = !isRefusal(readGivenAddress(given, countryFor(draft, context)));
  return isWhole || (isAnnounced && written.includes(',')) ? heard('address', { written }) : null;
}

function readsAsAddress(text: string, context: ActionContext): boolean {
  return readSlot('address', text, slotsIn(context)).result === 'value';
}

function slot(type: 'email' | 'phone', text: string, context: ActionContext): string | null {
  const reading = readSlot(type, text, slotsIn(context));
  return reading.result === 'value' && typeof reading.value === 'string' ? reading.value : null;
}

function slotsIn({ shop, locale, now }: ActionContext): Parameters<typeof readSlot>[2] {
  return { ...shop, locale, now };
}
