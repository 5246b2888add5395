import { describe, expect, it } from 'vitest';
import {
  finalStates,
  firstStates,
  type OrderState,
  orderEvents,
  orderStates,
  orderTable,
  stepOrder,
} from '../../../src/commerce/orders/machine.ts';
import { orderOf } from '../../../src/commerce/orders/order.ts';

const shopper = { now: 1_790_000_000_000, by: { who: 'shopper', customer: 'ada' } } as const;
const orderIn = (status: string) => orderOf({ id: '1', body: { status } });

describe('the course of an order', () => {
  it('reaches every state from where orders begin', () => {
    expect([...reachedFrom(firstStates)].sort()).toEqual([...orderStates].sort());
  });

  it('can end from every state', () => {
    const stuck = orderStates.filter((state) => !finalStates.some((final) => reachedFrom([state]).has(final)));
    expect(stuck).toEqual([]);
  });

  it('uses every event', () => {
    const used = new Set(Object.values(orderTable).flatMap((row) => Object.keys(row)));
    expect([...used].sort()).toEqual([...orderEvents].sort());
  });

  it('refuses every event that is not in the table, and names the state', () => {
    let refused = 0;
    for (const state of orderStates) {
      for (const event of orderEvents) {
        const after = stepOrder(shopper, orderIn(state), event);
        if (orderTable[state][event] !== undefined) {
          expect(after).toMatchObject({ status: orderTable[state][event] });
          continue;
        }
        refused += 1;
        expect(after).toEqual({ refused: 'not-now', details: { status: state } });
      }
    }
    expect(refused).toBeGreaterThan(150);
  });

  it('leaves alone what has a shop’s own word for its state', () => {
    for (const event of orderEvents) {
      expect(stepOrder(shopper, orderIn('in-the-workshop'), event)).toEqual({
        refused: 'not-now',
        details: { status: 'in-the-workshop' },
      });
    }
  });

  it('is written down: when, who, what, why', () => {
    expect(stepOrder(shopper, orderIn('placed'), 'cancel', 'too many')).toMatchObject({
      history: [{ at: shopper.now, by: 'shopper', what: 'cancel', why: 'too many' }],
    });
    const carrier = { now: 1, by: { who: 'system', what: 'easypost' } } as const;
    expect(stepOrder(carrier, orderIn('shipped'), 'deliver')).toMatchObject({ history: [{ by: 'easypost' }] });
  });
});

function reachedFrom(from: readonly OrderState[]): ReadonlySet<OrderState> {
  const reached = new Set<OrderState>(from);
  for (const state of reached) for (const next of Object.values(orderTable[state])) reached.add(next);
  return reached;
}
