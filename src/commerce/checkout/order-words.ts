import { normalise } from '../../understanding/normalise.ts';

const set = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')).map(normalise));

/** What a wish is said with and does not tell which one: all languages at once, since shoppers mix them. */
export const aroundWish = set(
  'i id ill we want would like prefer need take have use do with by via per in on for to the a an my it its this that is be make made get give let lets go change changed switch switched set put send sent come ship deliver pay paying paid then please pls plz thanks no not but actually rather instead better ok okay yes sorry wait oh and now just can could you will id method way option one type',
  'quiero prefiero mejor que sea el la lo los con por en de a al un una pon ponlo ponme cambia cambialo cambiar envia envialo mandalo paga pagar pago vez su lugar favor gracias si perdona espera puedes',
  'quero prefiro melhor o no na em de do da com por pelo pela um uma muda mude mudar troca troque trocar manda envia pagar pago faz faca vez disso favor obrigado obrigada sim desculpa pode',
  'ich mochte will wurde lieber doch bitte danke mit per als die den das der dem auf ein eine einen und es mach mache machen andere andern wechsle nimm nehme nehmen zahle zahlen bezahle bezahlen statt stattdessen dessen ja nein sorry moment schick kannst du',
  'मुझे मैं को से में का की के ही कर करें करो कर दो दें दीजिए दीजिये चाहिए बदल बदलें बदलो बजाय कृपया प्लीज हाँ नहीं जगह mujhe se me mein ka ki ko kar karo karen do dijiye chahiye badal please haan nahi',
  'اريد ابغى بدي ب من في على الى بدلا ذلك لو سمحت فضلك خليه خليها اجعله اجعلها اجعل غير غيره غيرها غيري ارسله ادفع سادفع نعم لا بال عن طريق افضل',
);

export const deliveryNouns = set(
  'delivery shipping shipment postage envio entrega lieferung versand zustellung versandart lieferart डिलीवरी delivery شحن الشحن توصيل التوصيل بالتوصيل للتوصيل',
);

export const payNouns = set(
  'pay payment paying pago pagar pagamento zahlung zahlen zahlungsart bezahlen bezahlung भुगतान bhugtan الدفع دفع ادفع بالدفع',
);

export const contactNouns = set(
  'name email mail phone telephone number contact nombre correo telefono nome telefone name namen telefonnummer नाम ईमेल फोन फ़ोन الاسم اسم البريد بريد الهاتف رقم',
);

export const changeWords = set(
  'change different other another wrong edit update switch cambiar cambia otro otra mudar muda outro outra andern andere anderen anderer falsch बदल बदलें बदलो दूसरा दूसरी गलत غير تغيير تعديل اخر اخرى خطا',
);

/** Asks whether it can be done, and does not say to do it. */
export const askingStart =
  /^\W*(?:can i|could i|may i|do you|does|is|are|what|how|which|why|when|puedo|se puede|podr[ií]a|cu[aá]nto|cu[aá]ndo|c[oó]mo|posso|d[aá] (?:para|pra)|quanto|quando|como|kann (?:ich|man)|geht|ist|was|wie|wann|welche|क्या|कितना|कब|kya|kitna|هل|كم|متى)(?![\p{L}\p{M}])/iu;

/** A quick and a plain way of delivery, whatever the merchant calls them. */
export const speeds = {
  fast: set(
    'express expres expedited fast faster fastest quick quicker quickest priority rush urgent exprés expreso rapido rapida urgente expressa expresso rapida schnell schneller schnellste eil eilig expressversand expresslieferung एक्सप्रेस तेज तेज़ जल्दी jaldi tez سريع السريع اسرع سريعا مستعجل اكسبريس',
  ),
  plain: set(
    'standard normal regular ordinary economy cheap cheaper cheapest slow slower slowest estandar normal economico economica barato barata padrao economica gunstig gunstiger standardversand normale normaler सामान्य नॉर्मल सस्ता सस्ती samanya sasta عادي العادي ارخص الارخص',
  ),
  fetched: set(
    'pickup pick up collect collection fetch myself recoger recogida tienda retirar retirada loja abholen abholung selbst laden उठा पिकअप استلام استلمه المتجر',
  ),
  /** Faster than shops that do not say so can be taken to be. */
  sooner: set(
    'overnight tomorrow today same next day courier drone mañana hoy amanha hoje morgen heute kurier कल आज kal aaj غدا اليوم',
  ),
} as const;

/** Ways to pay by what people call them; right, the providers that take it. */
export const payments: readonly { readonly words: ReadonlySet<string>; readonly providers: readonly string[] }[] = [
  {
    words: set(
      'cash cod efectivo contado metalico reembolso contrareembolso contrarreembolso dinheiro especie bar bargeld barzahlung nachnahme courier door नकद कैश cash naqad nakad نقد نقدا نقدي كاش الكاش بالكاش الاستلام عند delivery',
    ),
    providers: ['cash-on-delivery'],
  },
  {
    words: set(
      'transfer bank wire transferencia bancaria banco ueberweisung uberweisung uberweisen banküberweisung vorkasse बैंक ट्रांसफर تحويل بنكي حواله',
    ),
    providers: ['bank-transfer'],
  },
  {
    words: set(
      'card cards credit debit visa mastercard amex tarjeta credito debito cartao karte kreditkarte ec kreditcard कार्ड क्रेडिट डेबिट بطاقة البطاقة ببطاقة بالبطاقة ائتمان فيزا',
    ),
    providers: ['stripe', 'telegram'],
  },
  {
    words: set(
      'paypal apple google amazon klarna invoice rechnung factura fatura bitcoin crypto pix upi venmo wallet cheque check gift boleto bizum',
    ),
    providers: [],
  },
];

const nameSaid: readonly RegExp[] = [
  /\b(?:change|set|put|make|correct|fix|update)\b.{0,25}?\bname\b.{0,20}?(?:\bto|\bas|\bis|:)\s+(?<name>.+)$/iu,
  /\bname\b(?: on it| on the parcel)? (?:should be|shall be|must be|has to be|needs to be|is wrong[ ,.]+(?:it.?s|it is|it should be)|wrong[ ,.]+(?:it.?s|it is)) (?<name>.+)$/iu,
  /^\W*(?:(?:no|sorry|actually|wait)\W+)?(?:my|the) name is (?<name>.+)$/iu,
  /\b(?:put it |have it |make it )?(?:under|in) the name (?:of )?(?<name>.+)$/iu,
  /\bnombre\b.{0,15}?(?:\ba|\bpor|\bes|:|debe ser|sea)\s+(?<name>.+)$/iu,
  /\ba nombre de (?<name>.+)$/iu,
  /\bnome\b.{0,15}?(?:\bpara|\bpra|\bé|:|deve ser)\s+(?<name>.+)$/iu,
  /\bem nome de (?<name>.+)$/iu,
  /\bnamen?\b.{0,15}?(?:\bauf|\bzu|\bin|\bist|:|soll)\s+(?<name>.+?)(?: ändern| sein)?$/iu,
  /\bauf den namen (?<name>.+)$/iu,
  /नाम (?:बदल\S* )?(?:कर(?:के)? )?(?:को )?(?<name>.+?) (?:कर|रख|लिख|है|होना)\S*(?: \S+){0,2}$/u,
  /(?:الاسم|اسم)\s.{0,12}?(?:إلى|الى|هو)\s+(?<name>.+)$/u,
  /باسم (?<name>.+)$/u,
];

/** "Change the name to Bob Smith please" → "Bob Smith": the words only, which may be no name. */
export function nameWished(text: string): string | null {
  const said = text.replace(
    /[\s,]+(?:instead|please|pls|por favor|bitte|stattdessen|लो|من فضلك|لو سمحت)[\s.!]*$/iu,
    '',
  );
  for (const pattern of nameSaid) {
    const name = pattern.exec(said)?.groups?.['name'];
    if (name !== undefined) return name;
  }
  return null;
}

const addressLead =
  /^\W*(?:(?:no|sorry|actually|wait|please|rather|better|can you|could you|oh|nein|doch|bitte|não|perdona|desculpa|लेकिन|لا)[\s,.:;]+)*(?:(?:(?:send|ship|deliver|bring|make|change) (?:it|this|them|that|the (?:delivery )?address)|(?:the |my )?(?:new )?address (?:is|should be)|i meant|it should go|to)(?: to)?|(?:envíalo|enviar|mándalo|envíe|cámbialo|cambia la dirección)(?: a)?|(?:envia|manda|mande|entrega|muda o endereço)(?: para| pra| em)?|(?:schick|sende|liefer)(?:e|en)? (?:es|das)?\s?(?:lieber |doch |bitte )*(?:an|nach|zu)|(?:doch |lieber )*(?:an|nach)|अब|इसे|أرسله إلى|ارسله الى|العنوان|إلى|الى)[\s:,]+/iu;
const addressTail =
  /[\s,.]+(?:instead|please|pls|rather|stattdessen|bitte|senden|schicken|liefern|por favor|mejor|em vez disso|(?:को |पर )?(?:भेजें|भेजो|भेज दो)|बदले में|من فضلك|بدلا من ذلك|بدلًا من ذلك)[\s.!]*$/iu;

/** What may be an address, without the words around it. */
export function addressWished(text: string): { readonly written: string; readonly isAnnounced: boolean } {
  const bare = text.replace(addressTail, '').replace(addressTail, '');
  const written = bare.replace(addressLead, '');
  return { written: written.trim(), isAnnounced: written !== bare || bare !== text };
}

export const whyAsked =
  /(?:^|[\s,.¿])(?:why|what for|what (?:do|will|would) you (?:need|do|use|want)|por qu[eé]|para qu[eé]|pra que|para que|wozu|warum|wieso|weshalb|wofür|क्यों|किसलिए|kyu|kyun|kyon|لماذا|ليش|ليه|لم تحتاج)(?=[\s?؟.,]|$)/iu;

const noMail =
  /(?:^|\s)(?:no|without|don.?t|do not|haven.?t|not|none|sin|sem|não|nao|kein|keine|keinen|ohne|hab keine|nahi|nahin|नहीं|ليس|لا|ما|مو|مش|بدون)(?=\s|$)/iu;
const mailWords =
  /(?:^|\s)(?:e-?mails?|mails?|e-?mail-?(?:adress(?:e|en)?|address)|email address|one|any|have|correo|e-?mail-?adresse|tengo|tenho|uso|use|hab|habe|ईमेल|मेल|email|इमेल|है|बريد|البريد|بريد|بريدا|ايميل|إيميل|عندي|لدي|إلكتروني|الكتروني)(?=[\s.,!]|$)/iu;

/** "I have no email", "don't have one". */
export function hasNoMail(text: string): boolean {
  return !/[?？؟@]/u.test(text) && text.split(/\s+/u).length <= 8 && noMail.test(text) && mailWords.test(text);
}
