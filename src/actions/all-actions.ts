import type { Action } from './action.ts';
import { cartAdd } from './cart-add.ts';
import { cartAddAll } from './cart-add-all.ts';
import { cartChange, cartClear, cartRemove, cartShow } from './cart-change.ts';
import { catalogCategories } from './catalog-categories.ts';
import { catalogCompare } from './catalog-compare.ts';
import { catalogProduct, catalogSimilar, catalogVariant } from './catalog-product.ts';
import { catalogSearch } from './catalog-search.ts';
import { customerRemember, customerSubscribe, customerUnsubscribe } from './customer.ts';
import { deliveryAbout, deliveryOptionsAction, deliveryRemember } from './delivery.ts';
import { factsCart, factsCustomer } from './facts.ts';
import { lookupOrder, lookupProduct } from './lookup.ts';
import { ordersRecent, ordersTrack } from './orders.ts';
import { paymentsMethods, paymentsStart } from './payments.ts';

/** Everything that flows, the assistant and the engine may do. */
export const allActions: readonly Action[] = [
  catalogSearch,
  catalogProduct,
  catalogVariant,
  catalogCompare,
  catalogCategories,
  catalogSimilar,
  cartShow,
  cartAdd,
  cartAddAll,
  cartChange,
  cartRemove,
  cartClear,
  ordersTrack,
  ordersRecent,
  paymentsMethods,
  paymentsStart,
  deliveryOptionsAction,
  deliveryAbout,
  deliveryRemember,
  customerSubscribe,
  customerUnsubscribe,
  customerRemember,
  factsCustomer,
  factsCart,
  lookupProduct,
  lookupOrder,
];
