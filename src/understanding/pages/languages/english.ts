import { type PageLanguage, phrases, words } from './language.ts';

export const english: PageLanguage = {
  empty: words(`
    hw wat wen whats thats lets else somebody nobody everybody anybody everyone anyone ever even still already after before between while during later again
    a an the and or but if then so of to in on at by for from with without into about as than that this these those it its
    i im id ill ive me my mine we us our you your yours u ur he she they them their one some any all
    am is are was were be been being do does did doing done have has had having can could will would shall should may might must
    not no yes dont cant wont doesnt isnt arent what whats which who whom whose when whens where wheres why how hows
    there here just also please pls hi hello hey ok okay thanks thank get got go want need like know tell let make take
    possible able much many long very really too only more most other another something anything thing things someone
    guys shop store buy bought site gets getting come comes coming work works myself mean means put happens happen once twice website`),
  asks: phrases(`
    how, what, whats, when, whens, where, wheres, why, who, whos, which, whose, tell me, explain, i want to know, i would like to know,
    id like to know, i need to know, i was wondering, wondering, any idea, what about, how about, question about, i have a question, in case`),
  asksWhether: words('can could do does did is are am will would may might should shall must have has'),
  wishes: phrases(`
    show me, find me, i want to buy, i want, i need, i am looking for, im looking for, looking for, search for, search, do you sell, do you have,
    have you got, got any, add, buy, i would like to buy, id like to buy, i would like, id like, get me, give me, recommend, suggest, browse, any`),
  own: phrases(`
    my order, my orders, my parcel, my package, my delivery, my shipment, my item, my items, my stuff, my cart, my basket, my bag, my account, my invoice,
    my refund, my money, my return, my payment, my address, this order, the order i, i ordered, have ordered, i bought, order number, my card, mine`),
  same: [
    phrases(
      'deliver, delivery, parcel, parcels, package, packages, deliveries, ship, shipping, shipment, ships, postage, dispatch, courier, freight',
    ),
    phrases('cost, costs, price, prices, fee, fees, charge, charges, how much, how expensive, rates'),
    phrases(
      'how long, delivery time, delivery times, until when, by when, deadline, window, period, cutoff time, how fast, how soon, how quickly, how many days, when will, when does, when do, days, business days, arrive, arrives',
    ),
    phrases(
      'return, returns, returning, send back, send it back, sending back, send something back, send things back, give back, bring back, bring it back, send them back, go back',
    ),
    phrases('refund, refunds, refunded, reimburse, money back, my money, get my money'),
    phrases('exchange, exchanges, swap, another size, different size, other size, another colour'),
    phrases('pay, payment, payments, paying, paid, checkout'),
    phrases('card, credit card, debit card, visa, mastercard, amex'),
    phrases('cash, cod, cash on delivery, when it arrives in cash'),
    phrases(
      'hours, opening hours, open, opening, opens, close, closed, closing, closes, opening times, business hours',
    ),
    phrases('contact, phone, call, telephone, email, reach, get in touch, speak'),
    phrases(
      'located, location, based, city, town, where are you, where is your shop, where is your store, physical shop, physical store, showroom, visit',
    ),
    phrases(
      'data, personal data, personal information, privacy, gdpr, information about me, my details, my information, my number, my email',
    ),
    phrases('gift card, gift cards, gift voucher, gift vouchers, voucher, vouchers, gift certificate, giftcard'),
    phrases('wrap, wrapping, gift wrap, gift wrapping, wrapped, gift wrapped'),
    phrases('wash, washing, washed, laundry, machine, clean, cleaning, washer'),
    phrases('size, sizes, sizing, measurements, size chart, size guide'),
    phrases(
      'broken, breaks, break, stopped working, stops working, damaged, damage, faulty, defective, broke, defect, wrong item, torn, scratched',
    ),
    phrases(
      'abroad, international, internationally, overseas, other countries, another country, outside the us, foreign, worldwide, countries, country',
    ),
    phrases('guarantee, warranty, guaranteed'),
    phrases('safe, secure, safely, security, trust'),
    phrases('code, coupon, discount, promo code, promo, discounts, coupons'),
    phrases('free, for nothing, no charge'),
    phrases('delete, erase, remove'),
    phrases('invoice, receipt, bill'),
    phrases('taxes, tax, vat, sales tax'),
    phrases('customs, duty, duties, import duties'),
    phrases('pick up, collect, pickup, collection, fetch'),
    phrases('track, tracking, tracked'),
    phrases('weekend, weekends, saturday, saturdays, sunday, sundays'),
    phrases('advertising, ads, spam, marketing, promotional, newsletter, advertisement, advertisements, news'),
    phrases('bot, robot, chatbot, ai, human, real person'),
    phrases('job, jobs, hiring, vacancy, vacancies, open position, open positions, career, careers'),
    phrases('sale, sales, discounted, reduced, clearance'),
    phrases('home, at home, not home, nobody is home, not at home, miss the delivery, missed'),
    phrases('unused, worn, used, unworn, opened'),
    phrases('packaging, box, original box'),
    phrases('try on, tried, tried on, trying, trying on'),
    phrases('temperature, how warm, how hot, degrees'),
    phrases('note, message, greeting, few words'),
    phrases('store, keep, save, stored'),
    phrases('expire, expires, expiry, valid, expiration'),
  ],
  endings: words('ations ation ments ings ment ies ing ers ed es er ly s e y'),
};
