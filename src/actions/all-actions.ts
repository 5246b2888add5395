import type { Action } from './action.ts';
import { cartAdd } from './cart-add.ts';
import { cartAddAll } from './cart-add-all.ts';
import { cartChange, cartClear, cartRemove, cartShow } from './cart-change.ts';
import { cartLastLine, cartSave, cartUnsave } from './cart-saved.ts';
import { catalogCategories } from './catalog-categories.ts';
import { catalogCompare } from './catalog-compare.ts';
import { catalogLike } from './catalog-like.ts';
import { catalogProduct, catalogSimilar, catalogVariant } from './catalog-product.ts';
import { catalogRefer } from './catalog-refer.ts';
import { catalogRefine } from './catalog-refine.ts';
import { catalogSearch } from './catalog-search.ts';
import { catalogTell } from './catalog-tell.ts';
import { checkoutAsBefore, checkoutOpenOrder, checkoutShow } from './checkout.ts';
import { checkoutAddress } from './checkout-address.ts';
import { checkoutDelivery, checkoutForget, checkoutGift, checkoutNotify, checkoutPayBy } from './checkout-choices.ts';
import { checkoutContact } from './checkout-contact.ts';
import { checkoutCoupon, checkoutRemoveCoupon } from './checkout-coupon.ts';
import { checkoutHear } from './checkout-hear.ts';
import { checkoutPlace } from './checkout-place.ts';
import { customerRemember, customerSubscribe, customerUnsubscribe } from './customer.ts';
import { deliveryAbout, deliveryOptionsAction, deliveryRemember } from './delivery.ts';
import { factsCart, factsCustomer } from './facts.ts';
import { lookupOrder, lookupProduct } from './lookup.ts';
import { ordersRecent, ordersTrack } from './orders.ts';
import { ordersExchange, ordersReturn } from './orders-back.ts';
import { ordersCancel, ordersChangeAddress, ordersChangeItems, ordersChangePayment } from './orders-change.ts';
import { ordersComplain, ordersInvoice, ordersReorder } from './orders-more.ts';
import { ordersPolicy } from './orders-policy.ts';
import { pagesFind } from './pages.ts';
import { paymentsDemoPay, paymentsMethods, paymentsStart, paymentsStatus } from './payments.ts';
import { questionsNote } from './questions.ts';
import { reviewsAdd, reviewsShow } from './reviews.ts';
import { stockWhere } from './stock.ts';
import { stockUnwish, stockWish } from './wishes.ts';

/** Everything that flows, the assistant and the engine may do. */
export const allActions: readonly Action[] = [
  catalogSearch,
  catalogProduct,
  catalogVariant,
  catalogCompare,
  catalogCategories,
  catalogSimilar,
  catalogLike,
  catalogRefer,
  catalogRefine,
  catalogTell,
  cartShow,
  cartAdd,
  cartAddAll,
  cartChange,
  cartRemove,
  cartClear,
  cartSave,
  cartUnsave,
  cartLastLine,
  checkoutShow,
  checkoutAddress,
  checkoutContact,
  checkoutDelivery,
  checkoutForget,
  checkoutHear,
  checkoutCoupon,
  checkoutRemoveCoupon,
  checkoutPayBy,
  checkoutGift,
  checkoutNotify,
  checkoutAsBefore,
  checkoutPlace,
  checkoutOpenOrder,
  ordersTrack,
  ordersRecent,
  ordersCancel,
  ordersChangeAddress,
  ordersChangeItems,
  ordersChangePayment,
  ordersReturn,
  ordersExchange,
  ordersReorder,
  ordersInvoice,
  ordersComplain,
  ordersPolicy,
  paymentsMethods,
  paymentsStart,
  paymentsStatus,
  paymentsDemoPay,
  deliveryOptionsAction,
  deliveryAbout,
  deliveryRemember,
  stockWhere,
  pagesFind,
  questionsNote,
  stockWish,
  stockUnwish,
  customerSubscribe,
  customerUnsubscribe,
  customerRemember,
  reviewsAdd,
  reviewsShow,
  factsCustomer,
  factsCart,
  lookupProduct,
  lookupOrder,
];
