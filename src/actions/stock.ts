import { z } from 'zod';
import { availability } from '../commerce/stock/availability.ts';
import { type ActionContext, defineAction } from './action.ts';
import { viewOf } from './catalog-product.ts';
import { labelFor } from './labels.ts';
import { productViewSchema } from './schemas.ts';
import { oneVariant, variantRef } from './stock-ref.ts';

const placeSchema = z.object({
  place: z.string(),
  label: z.string(),
  address: z.string().nullable().describe('Where a shopper can fetch things.'),
  hours: z.string().nullable(),
  pick_up: z.boolean().describe('Whether things can be fetched there.'),
  available: z.int(),
});

export const stockWhere = defineAction({
  name: 'stock.where',
  about:
    'Where there are pieces of one product, for who wants to fetch it or see it. ' +
    'Refuses with not-found, choose-option (details: option, values), no-such-option.',
  input: variantRef,
  output: z.object({
    product: productViewSchema,
    counted: z.boolean().describe('false: the shop does not count this; it says nothing of places.'),
    available: z
      .int()
      .nullable()
      .describe('Pieces that can be sold, over all places; null where the shop does not count.'),
    places: z.array(placeSchema).describe('Only those that have some, in the shop’s order.'),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run(input, context) {
    const found = await oneVariant(input, context);
    if ('refused' in found) return found;
    const { product, variant } = found;
    const [there] = await availability(context, [{ sku: variant.sku, product: product.id }]);
    const available = there?.available ?? null;
    const places = (there?.places ?? []).filter((place) => place.available > 0);
    return {
      product: viewOf(product, variant),
      counted: available !== null,
      available,
      places: inOrder(places, context).map((place) => placeView(place, context)),
    };
  },
});

interface Pieces {
  readonly place: string;
  readonly available: number;
}

function inOrder(places: readonly Pieces[], { rules }: ActionContext): readonly Pieces[] {
  const rank = ({ place }: Pieces): number => {
    const at = rules.stock.places.indexOf(place);
    return at === -1 ? rules.stock.places.length : at;
  };
  return places.toSorted((one, other) => rank(one) - rank(other));
}

function placeView({ place, available }: Pieces, context: ActionContext): z.input<typeof placeSchema> {
  const open = context.rules.shipping.pick_up.find((one) => one.place === place);
  return {
    place,
    label: open ? labelFor(open.label, context) : place,
    address: open?.address ?? null,
    hours: open?.hours ? labelFor(open.hours, context) : null,
    pick_up: open !== undefined,
    available,
  };
}
