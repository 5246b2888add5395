import { isRefusal, type Refusal } from '../refusal.ts';
import { takeBack } from '../stock/count-stock.ts';
import { leave, release } from '../stock/release.ts';
import type { Trade } from '../trade.ts';
import { finishExchange } from './finish-exchange.ts';
import { grantReturn } from './grant-return.ts';
import { notNow, stepOrder, withChange } from './machine.ts';
import { notPaid } from './not-paid.ts';
import type { Order, OrderReturn } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { stageOrderNews } from './order-news.ts';
import { takenFrom } from './order-stock.ts';
import { itemOf, keptPieces } from './pieces.ts';

export interface ReturnReceived {
  readonly order: string;
  /** Its id; `null`: the one that has been on its way longest. */
  readonly back: string | null;
  /** `refused`: it is not taken (worn, broken by the shopper); nothing is given back for it. */
  readonly as: 'received' | 'refused';
  readonly why: string;
  /** Whether the pieces can be sold again. */
  readonly restock: boolean;
}

/**
 * What was on its way back has come. A return gives its money back, once; an exchange puts the new things in the old ones' place and settles
 * the difference; what comes instead stays kept until that is paid. Refuses with `not-found`, `not-now` (details: status) when nothing is on its way.
 */
export async function receiveReturn(trade: Trade, received: ReturnReceived): Promise<Order | Refusal> {
  const read = await readOrder(trade, received.order);
  if (read === null) return notFound;
  const open = read.order.returns.filter(({ state }) => state === 'requested');
  const back = received.back === null ? open[0] : open.find(({ id }) => id === received.back);
  if (back === undefined) return notNow(read.order);
  const marked = withState(read.order, back, received);
  const settled =
    received.as === 'received' ? await taken(trade, marked, { back, received }) : await refused(trade, marked, back);
  const after = ended(trade, settled, { back, received });
  if (isRefusal(after)) return after;
  stageOrder(trade, after, read.revision);
  stageOrderNews(trade, after, { news: 'return-received', about: back.id });
  return after;
}

function withState(order: Order, { id }: OrderReturn, { as: state, restock }: ReturnReceived): Order {
  const restocked = restock && state === 'received';
  return { ...order, returns: order.returns.map((one) => (one.id === id ? { ...one, state, restocked } : one)) };
}

interface Coming {
  readonly back: OrderReturn;
  readonly received: ReturnReceived;
}

async function taken(trade: Trade, order: Order, { back, received }: Coming): Promise<Order> {
  const lines = back.items.flatMap(({ sku, quantity }) => {
    const product = itemOf(order, sku)?.product;
    return product == null ? [] : [{ sku, product, quantity }];
  });
  if (received.restock) await takeBack(trade, lines);
  switch (back.kind) {
    case 'return':
      return await grantReturn(trade, order, back.id);
    case 'exchange':
      return await exchanged(trade, order, back);
  }
}

/** What comes instead stays kept while a difference is owed: `withExchangeSent` lets it go with the money. */
async function exchanged(trade: Trade, order: Order, back: OrderReturn): Promise<Order> {
  const after = await finishExchange(trade, order, back);
  if (notPaid(after, trade.shop.currency) !== null) return after;
  return await withoutKept(trade, after, { back, end: leave });
}

/** A refund that was given at once stays given: a person has to see to it. */
async function refused(trade: Trade, order: Order, back: OrderReturn): Promise<Order> {
  return back.kind === 'exchange' ? await withoutKept(trade, order, { back, end: release }) : order;
}

async function withoutKept(
  trade: Trade,
  order: Order,
  { back, end }: { readonly back: OrderReturn; readonly end: typeof leave },
): Promise<Order> {
  let rest = order.reserved;
  for (const { sku, quantity } of back.instead) {
    const pieces = takenFrom(rest, sku, quantity);
    await end(trade, pieces.out);
    rest = pieces.rest;
  }
  return { ...order, reserved: rest };
}

function ended(trade: Trade, order: Order, { back, received }: Coming): Order | Refusal {
  const told = withChange(trade, order, { what: `${back.kind}-${received.as}`, why: received.why || back.id });
  if (back.kind === 'exchange')
    return stepOrder(trade, told, received.as === 'received' ? 'exchange' : 'refuse-exchange');
  // A parcel that could not be brought was back before anybody looked at it.
  if (order.status === 'returned') return told;
  const more = order.returns.some(({ kind, state }) => kind === 'return' && state === 'requested');
  if (more) return stepOrder(trade, told, 'part-back');
  const keeps = [...keptPieces(order).values()].some((quantity) => quantity > 0);
  return stepOrder(trade, told, keeps ? 'rest-kept' : 'all-back');
}
