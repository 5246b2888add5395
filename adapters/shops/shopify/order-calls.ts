import { decimalOf } from '../../../src/sync/decimal-money.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';
import type { ShopOrder, ShopSystem } from '../../../src/sync/shop-system.ts';
import type { AdminApi } from './admin-api.ts';
import {
  cancelAnswer,
  createOrderAnswer,
  orderAnswer,
  ordersAnswer,
  paymentsAnswer,
  refundAnswer,
  updateOrderAnswer,
} from './answers.ts';
import {
  cancelDocument,
  createOrderDocument,
  orderDocument,
  ordersDocument,
  paymentsDocument,
  refundDocument,
  updateOrderDocument,
} from './documents.ts';
import { addressInput, orderInput } from './new-order.ts';
import { orderFrom } from './orders.ts';
import { keyOf } from './product-calls.ts';
import { refuseErrors } from './user-errors.ts';

type OrderCalls = Pick<
  ShopSystem,
  'orders' | 'order' | 'findOrder' | 'createOrder' | 'cancelOrder' | 'refundOrder' | 'changeAddress'
>;

export function orderCalls(api: AdminApi): OrderCalls {
  return {
    async orders({ cursor, changedSince }) {
      const query = changedSince === null ? null : `updated_at:>='${new Date(changedSince).toISOString()}'`;
      const { orders } = await api.ask(ordersDocument, { variables: { after: cursor, query }, answer: ordersAnswer });
      return {
        items: orders.nodes.map(orderFrom),
        next: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null,
      };
    },
    async order(id) {
      const { order } = await api.ask(orderDocument, { variables: { id }, answer: orderAnswer });
      return order === null ? null : orderFrom(order);
    },
    findOrder: (reference) => find(api, reference),
    async createOrder(order) {
      // What was sold here is sold, whatever they would say of their stock.
      const variables = { order: orderInput(order), options: { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' } };
      const { orderCreate } = await api.ask(createOrderDocument, { variables, answer: createOrderAnswer });
      refuseErrors(orderCreate.userErrors);
      if (orderCreate.order === null) throw new ShopError('SHOP_GARBLED', 'Shopify created no order, and said nothing');
      return orderFrom(orderCreate.order);
    },
    async cancelOrder(id, why) {
      const { order } = await api.ask(paymentsDocument, { variables: { id }, answer: paymentsAnswer });
      if (order === null || order.cancelledAt !== null) return;
      const variables = { orderId: id, staffNote: why.slice(0, 250) };
      const { orderCancel } = await api.ask(cancelDocument, { variables, answer: cancelAnswer });
      refuseErrors(orderCancel.orderCancelUserErrors);
    },
    refundOrder: (id, refund) => note(api, id, refund),
    async changeAddress(id, address, contact) {
      const input = { id, shippingAddress: addressInput(address, contact) };
      const { orderUpdate } = await api.ask(updateOrderDocument, { variables: { input }, answer: updateOrderAnswer });
      refuseErrors(orderUpdate.userErrors);
    },
  };
}

/** Only apps can set this identifier; what a shopper may write into an order (its note, its attributes) is not looked at. */
async function find(api: AdminApi, reference: string): Promise<ShopOrder | null> {
  const query = `source_identifier:'${reference.replace(/['\\]/gu, '')}'`;
  const { orders } = await api.ask(ordersDocument, { variables: { after: null, query }, answer: ordersAnswer });
  const found = orders.nodes.find(({ sourceIdentifier }) => sourceIdentifier === reference);
  return found === undefined ? null : orderFrom(found);
}

/** What was not paid over there (cash on delivery) cannot be given back there: then nothing is noted. */
async function note(
  api: AdminApi,
  id: string,
  { key, amount, why }: Parameters<ShopSystem['refundOrder']>[1],
): Promise<void> {
  const { order } = await api.ask(paymentsDocument, { variables: { id }, answer: paymentsAnswer });
  const paid = order?.transactions.find(({ kind, status }) => kind === 'SALE' && status === 'SUCCESS');
  if (paid === undefined) return;
  const back = {
    orderId: id,
    parentId: paid.id,
    gateway: paid.gateway ?? 'Parley',
    kind: 'REFUND',
    amount: decimalOf(amount),
  };
  const input = { orderId: id, note: why.slice(0, 250), notify: false, transactions: [back] };
  const { refundCreate } = await api.ask(refundDocument, {
    variables: { input, key: keyOf(key) },
    answer: refundAnswer,
  });
  refuseErrors(refundCreate.userErrors);
}
