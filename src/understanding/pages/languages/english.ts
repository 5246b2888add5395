import { type PageLanguage, phrases, words } from './language.ts';

export const english: PageLanguage = {
  empty: words(`
    whats thats lets else somebody nobody everybody anybody everyone anyone ever even still already after before between while during later again
    a an the and or but if then so of to in on at by for from with without into about as than that this these those it its
    i im id ill ive me my mine we us our you your yours he she they them their one some any all
    am is are was were be been being do does did doing done have has had having can could will would shall should may might must
    not no yes dont cant wont doesnt isnt arent what whats which who whom whose when whens where wheres why how hows
    there here just also please hi hello hey ok okay thanks thank get got go want need like know tell let make take
    possible able much many long very really too only more most other another something anything thing things someone
    guys shop store buy bought site gets getting come comes coming work works myself mean means put happens happen once twice website`),
  asks: phrases(`
    how, what, whats, when, whens, where, wheres, why, who, whos, which, whose, tell me, explain, i want to know, i would like to know,
    id like to know, i need to know, i was wondering, wondering, any idea, what about, how about, question about, i have a question, in case`),
  asksWhether: words('can could do does did is are am will would may might should shall must have has'),
  wishes: phrases(`
    show me, find me, i want to buy, i want, i need, i am looking for, im looking for, looking for, search for, search, do you sell, do you have,
    have you got, got any, add, buy, i would like to buy, id like to buy, i would like, id like, get me, give me, recommend, suggest, browse, any, need a, need some, need new`),
  has: phrases(`
    do you have, do you guys have, do you also have, do you still have, do you got, you have, you guys have, you got, you guys got, have you got,
    have you guys got, have you any, got, any, do you sell, do you also sell, do you guys sell, you sell, do you stock, do you carry, does the shop have,
    does the store have, does your shop have, does your store have, does the shop sell, does your shop sell, does your store sell`),
  sold: phrases(
    'phones, telephones, cards, machines, parcels, sizes, other sizes, other size, another size, bigger size, bigger sizes',
  ),
  tells: phrases(
    'i have no, i dont have, i do not have, ive no, ive got no, i was charged, i got charged, i have been charged, ive been charged',
  ),
  elsewhere: phrases(`
    what is new, whats new, what time is it, what is up, stop, go back, remove it, remove this, remove that, remove them, delete it, delete this, delete that, cancel it, send it, take it off, take it out,
    what color is it, what colour is it, what colors are they, what colours are they, what color is this, what colour is this, what size is it,
    what size is this, what is it made of, what brand is it, how much is it, how much is this, how much is that, how much are they, how much are these,
    how much does it cost, how much does this cost, how big is it, how long is it, how heavy is it`),
  own: phrases(`
    my order, my orders, my parcel, my package, my delivery, my shipment, my item, my items, my stuff, my cart, my basket, my bag, my account, my invoice,
    my refund, my money, my return, my payment, my address, this order, the order i, i ordered, have ordered, i bought, order number, my card, mine, did i order, did i buy, have i ordered, have i bought`),
  same: [
    phrases(
      'deliver, delivery, parcel, parcels, package, packages, deliveries, ship, shipping, shipment, ships, postage, dispatch, courier, freight',
    ),
    phrases('cost, costs, price, prices, fee, fees, charge, charges, how much, how expensive, rates'),
    phrases(
      'how long, delivery time, delivery times, until when, by when, deadline, window, period, cutoff time, how fast, how soon, how quickly, how many days, when will, when does, when do, days, business days, arrive, arrives',
    ),
    phrases(
      'return, returns, returning, send back, send it back, sending back, send something back, send things back, give back, bring back, bring it back, send them back',
    ),
    phrases('refund, refunds, refunded, reimburse, money back, my money, get my money'),
    phrases('exchange, exchanges, swap, another size, different size, other size, another colour'),
    phrases('pay, payment, payments, paying, paid, checkout'),
    phrases('card, credit card, debit card, visa, mastercard, amex'),
    phrases('cash, cod, cash on delivery, when it arrives in cash'),
    phrases(
      'hours, opening hours, open, opening, opens, close, closed, closing, closes, what time do you open, what time do you close, opening times, business hours',
    ),
    phrases('contact, phone, call, telephone, email, reach, get in touch, speak'),
    phrases(
      'located, location, based, city, town, where are you, where is your shop, where is your store, physical shop, physical store, a store, any store, a shop, any shop, stores, shops, showroom, visit',
    ),
    phrases(
      'data, personal data, personal information, privacy, gdpr, information about me, my details, my information, my number, my email',
    ),
    phrases('gift card, gift cards, gift voucher, gift vouchers, voucher, vouchers, gift certificate, giftcard'),
    phrases('wrap, wrapping, gift wrap, gift wrapping, wrapped, gift wrapped'),
    phrases('wash, washing, washed, laundry, machine, clean, cleaning, washer'),
    phrases('size, sizes, sizing, measurements, size chart, size guide, how big, how large'),
    phrases(
      'broken, breaks, break, stopped working, stops working, damaged, damage, faulty, defective, broke, defect, wrong item, torn, scratched',
    ),
    phrases(
      'abroad, international, internationally, overseas, other countries, another country, outside the us, foreign, worldwide, countries, country',
    ),
    phrases('guarantee, warranty, guaranteed'),
    phrases('safe, secure, safely, security, trust'),
    phrases('code, coupon, discount, promo code, promo, discounts, coupons'),
    phrases('real company, legit, legitimate, scam, real shop, real store'),
    phrases(
      'next day, overnight, it by tomorrow, it by monday, it by tuesday, it by wednesday, it by thursday, it by friday, it by saturday, it by sunday, get it tomorrow, have it tomorrow, need it tomorrow, here tomorrow, arrive tomorrow, come tomorrow, deliver tomorrow',
    ),
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
