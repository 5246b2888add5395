import { decimalOf } from '../../../src/sync/decimal-money.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';
import type { ShopOrder, ShopSystem } from '../../../src/sync/shop-system.ts';
import { idAnswer, order, refund } from './answers.ts';
import { addressBody, orderBody } from './new-order.ts';
import { isOrder, metaOf, orderFrom, referenceKey } from './orders.ts';
import { nextOf, paged } from './product-calls.ts';
import type { RestApi } from './rest-api.ts';

type OrderCalls = Pick<
  ShopSystem,
  'orders' | 'order' | 'findOrder' | 'createOrder' | 'cancelOrder' | 'refundOrder' | 'changeAddress'
>;

export function orderCalls(api: RestApi): OrderCalls {
  const one = (id: string) => `orders/${encodeURIComponent(id)}`;
  return {
    async orders({ cursor, changedSince }) {
      const found = await api.list('orders', { status: 'any', ...paged({ cursor, changedSince }) }, order);
      return { items: found.filter(isOrder).map(orderFrom), next: nextOf(cursor, found.length) };
    },
    async order(id) {
      const found = await api.get(one(id), {}, order);
      return found === null || !isOrder(found) ? null : orderFrom(found);
    },
    findOrder: (reference, since) => find(api, reference, since),
    async createOrder(wanted) {
      return orderFrom(await api.send('POST', 'orders', { body: orderBody(wanted), answer: order }));
    },
    async cancelOrder(id) {
      const found = await api.get(one(id), {}, order);
      if (found === null || found.status === 'cancelled') return;
      // WooCommerce itself would cancel what has been sent.
      if (found.status === 'completed') throw new ShopError('SHOP_REFUSED', 'the order is completed over there');
      await api.send('PUT', one(id), { body: { status: 'cancelled' }, answer: idAnswer });
    },
    async refundOrder(id, { key, amount, why }) {
      const known = await api.list(`${one(id)}/refunds`, { per_page: '100' }, refund);
      if (known.some((each) => metaOf(each, refundKey) === key)) return;
      const meta_data = [{ key: refundKey, value: key }];
      const body = {
        amount: decimalOf(amount),
        reason: why.slice(0, 250),
        api_refund: false,
        api_restock: false,
        meta_data,
      };
      await api.send('POST', `${one(id)}/refunds`, { body, answer: idAnswer });
    },
    async changeAddress(id, address, contact) {
      await api.send('PUT', one(id), { body: { shipping: addressBody(address, contact) }, answer: idAnswer });
    },
  };
}

const refundKey = '_parley_refund';
/** Their clock may be behind ours. */
const marginMs = 60 * 60_000;
const most = 100;

/** Orders cannot be asked for by what is noted on them: those that were placed since are looked through. */
async function find(api: RestApi, reference: string, since: number): Promise<ShopOrder | null> {
  const after = new Date(since - marginMs).toISOString();
  for (let offset = 0; ; offset += most) {
    const query = {
      status: 'any',
      after,
      dates_are_gmt: 'true',
      per_page: String(most),
      offset: String(offset),
      orderby: 'id',
      order: 'asc',
    };
    const found = await api.list('orders', query, order);
    const own = found.find((each) => metaOf(each, referenceKey) === reference);
    if (own !== undefined) return orderFrom(own);
    if (found.length < most) return null;
  }
}
