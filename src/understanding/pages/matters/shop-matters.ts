/**
 * What shoppers ask of any shop, and the classes of words (`MatterWords`) that tell it: a line is one way to say it, and holds where all of
 * its classes are there. The line with the most classes is meant: "return" alone asks whether it can be done, "return cost" who pays.
 */
export const shopMatters: Readonly<Record<string, readonly string[]>> = {
  'what delivery costs': lines(
    'send cost, send free, deliver cost, deliver free, deliver pay, express cost, deliver express cost, deliver free long, deliver free limit, deliver free cost',
  ),
  'how long delivery takes': lines(`
    deliver long, deliver when, when arrive, long arrive, express, express long, deliver express, deliver express long, sameday, sameday arrive,
    deliver sameday, deliver rush, rush, rush long, weekday arrive, day arrive, arrive order, when arrive order, long order arrive, when order,
    arrive weekend order, arrive weekend order when, send long, deliver day, deliver arrive long, deliver arrive when`),
  'when orders are sent': lines(`
    deliver weekend, deliver when weekend, deliver send weekend, weekend, send weekend, dispatch when, deliver send when, deliver send, dispatch, order deadline, deadline day, deadline sameday, dispatch day,
    dispatch order, dispatch day order, dispatch weekend, send when, deliver deadline, dispatch deadline, order dispatch when, deadline order day`),
  'where is delivered to': lines(
    'deliver place, send place, deliver where, deliver send where, deliver send place, deliver send outside, deliver outside, outside, deliver place cost, send outside',
  ),
  'when nobody is at home': lines(
    'away, away arrive, away deliver, sign, sign deliver, must home, must home deliver, leave door, leave neighbour, away leave, away day leave, deliver missed',
  ),
  'what arrived broken or wrong': lines(`
    damaged, damaged got, broke got, broken got, broken, deliver damaged, deliver broken, damaged got parcel, damaged parcel, broken parcel, wrongitem,
    wrongitem got, wrongitem parcel, broken arrive, deliver broken arrive, deliver broken arrive when, deliver damaged arrive when, damaged arrive, deliver wrongitem, wrongitem got deliver`),
  'whether and until when things can be returned': lines(`
    return, return long, return deadline, return when, return policy, refund, refund policy, return sale, return refund, return refund policy, return ago,
    return ago long, return order, return day, deadline refund`),
  'in what state things can be returned': lines(`
    return used, return packaging, return used packaging, used policy, must packaging, must unopened, used must, lost packaging, return lost packaging,
    return must packaging, return must used`),
  'what a return costs': lines(
    'return cost, return free, return pay, return pay deliver, return deliver cost, return deliver free, return cost deliver free',
  ),
  'how to return': lines(
    'return how, return where, return address, return label, return where send, return how where, return address send',
  ),
  'when a refund comes': lines(`
    refund when, refund long, refund how, refund card, refund deliver, refund deliver cost, refund return when, refund return long, refund return where,
    refund where, refund credit, refund card credit, refund day, refund deliver free, refund how card credit`),
  'how to exchange': lines(`
    exchange, change size, exchange size, exchange colour, exchange how, wrongitem exchange, change colour, othersize, othersize exchange, exchange fit, exchange size fit,
    exchange size wrongitem, fit exchange wrongitem`),
  'ways to pay': lines(`
    pay how, way pay, method, pay method, accept method, how pay method, card accept, card pay, method use, credit pay, pay may, pay which, instalments, pay instalments,
    pay cash, cash, cash accept, pay how you`),
  'cash on delivery': lines(
    'cod, cod cost, cod limit, cod pay, cod pay cost, cod amount, cod pay amount, cod pay limit, cod accept cost, pay cash limit',
  ),
  'whether paying is safe': lines(
    'safe, safe pay, safe card, safe card pay, keep card, keep card data, scam, safe site, scam site, pay scam',
  ),
  'when one pays': lines(
    'when pay, charged when, charged when card, pay upfront, upfront, pay later, pay long, hold order, hold order pay, order expire long, order expire, hold long, hold, long order expire, pay deadline, hold order long pay',
  ),
  taxes: lines('tax, tax cost, tax free, tax pay, tax where'),
  invoices: lines('invoice, invoice how, invoice where, invoice send, invoice order'),
  'codes and discounts': lines(
    'code, discount, discount new, code new, code how, code where, discount code, discount how, discount new order, code new order, discount code new',
  ),
  'how to cancel': lines(
    'cancel after, cancel how, may cancel, cancel policy, cancel cost, cancel deadline, cancel when, cancel long, changedmind, changedmind cancel, cancel order may, cancel order after, cancel order cost, unwanted',
  ),
  'how to change an order': lines(
    'change order, wrongaddress, change address order, wrongaddress change, wrongaddress order, addto order after, addto after, addto order, change after, may change address, change size after, may change order',
  ),
  'how tracking works': lines('track how, track, track where, track number, track when, track parcel, track deliver'),
  'who the shop is': lines('whoareyou, robot you, bot, legit, legit you, scam, shopkind'),
  'opening hours': lines('hours, hours when, hours weekend, hours day, when you there, weekend hours, hours long'),
  'where the shop is': lines(
    'whereareyou, visit, visit store, visit where, pickup, pickup order, pickup store, store near, store where, whereareyou store, address you, store location, location',
  ),
  'how to contact the shop': lines(
    'contact, contact how, contact you, contact number, contact where, number you, email',
  ),
  'working with the shop': lines('job, job you, wholesale, wholesale discount, wholesale cost, discount wholesale'),
  'buying gift cards': lines('giftcard, giftcard buy, giftcard where, giftcard how buy, giftcard buy where'),
  'how long gift cards last': lines(
    'giftcard long, giftcard expire, giftcard when expire, giftcard when, giftcard expire long, giftcard use long',
  ),
  'using gift cards': lines(
    'giftcard use, giftcard how, giftcard pay, giftcard how use, giftcard where use, giftcard how pay, giftcard use pay',
  ),
  'sending a gift': lines(
    'wrap, gift, gift wrap, gift send, gift note, note, send friend, gift friend, gift hideprice, hideprice, gift cost, gift hideprice cost, note card, deliver friend, gift deliver, gift note card',
  ),
  'how long a warranty lasts': lines('warranty, warranty long, warranty when, warranty year, warranty policy'),
  'what a warranty covers': lines(
    'covered, warranty covered, warranty accident, covered accident, covered wear, wear, warranty wear, accident',
  ),
  'when something breaks': lines(
    'broke, broke after, broke ago, broken after, broken ago, warranty claim, warranty how, claim, warranty broke, warranty broken',
  ),
  'which data is kept': lines('keep data, keep chat, data, know me, which data, data do, keep address, keep data chat'),
  'what is not done with data': lines(
    'sell data, share data, data who, sell number data, share number, sell number, share data who, share data number',
  ),
  'deleting data': lines(
    'delete data, delete account, copy data, delete chat, want data, know me delete, delete data account',
  ),
  'news and stopping them': lines('ads, ads stop, stop messages, unsubscribe, ads send, unsubscribe how, ads want'),
  'which size': lines(
    'size, size which, sizename which, sizename inches, sizename measure, sizename inches which, size chart, measure, size measure, chest, size chest, size inches, fit run, size run, chest inches, size chest inches, size inches which',
  ),
  'shoe sizes': lines('shoe size, shoe size region, size region, region, shoe region, shoe run, shoe size compare'),
  'between two sizes and what does not fit': lines(
    'nofit, nofit which, nofit return, between size, between, sizeup, between which, size between which, nofit size, sizeup which, sizeup size',
  ),
  'washing and care': lines(
    'wash, wash how, wash may, dryer, dryer may, shrink, washsafe, washsafe may, material care, care, care how, wash material, wash how material, wash shrink material, dryer material, wash heat material, heat wash, wash heat, shrink material, keep material how, material wet',
  ),
  'where an order is': lines(
    'myorder where, myorder when arrive, myorder when, myorder track, myorder late, myorder late when, myorder when arrive order, myorder arrive, myorder long arrive, myorder where track, myorder deliver when, myorder deliver, myorder dispatch, myorder got',
  ),
  'loyalty points': lines('loyalty'),
  'an app': lines('app'),
  'social media': lines('social'),
  'price matching': lines('pricematch'),
  'what is in stock': lines('stock, stock when, stock place'),
  'made to measure': lines('custom, custom may'),
  'where things are made': lines('made where, made, made place'),
  'passwords and signing in': lines('login, login how, login forgot'),
  'special discounts': lines('special discount, special'),
  repairs: lines('repair, repair how, repair cost'),
  insurance: lines('insure, insure cost'),
  wifi: lines('wifi'),
  'the next sale': lines('sale when'),
};

function lines(text: string): readonly string[] {
  return text.split(',').map((line) => line.trim());
}
