/** Short messages to a shop, written for this evaluation, two to six words each; `hi-Latn` is Hindi in Latin letters. */
const messages: Readonly<Record<string, string>> = {
  en: `where is my order / do you have this in blue / i want a refund / how much is shipping / warm winter coat please / cancel my order
track my parcel / show me red shoes / is it in stock / can i pay later / need a bigger size / talk to a person / any discount today
send it to work / when will it arrive / wrong item came / it is too small / change my address / add two more / what do you recommend
looking for a gift / black jeans size 32 / is this waterproof / do u ship abroad / my package is late / cheapest phone you have
gift for my mother / remove the last one / which one is better / thanks a lot / never received it / can you help me / got any wool hats
the zip is broken / how do i return this / not what i ordered / what sizes are left / is there a warranty / pay with card
apply my coupon code / lamp for the desk / i changed my mind / see my cart / more like this / good morning team / what about green
something for running / too expensive for me / compare these two / the second one please / headphones under 50 / leather or suede
where are you located / opening hours on sunday / do it again / no thank you / same as last time / when does it ship / a small table / kids rain boots`,
  es: `dónde está mi pedido / tienen esto en azul / quiero un reembolso / cuánto cuesta el envío / abrigo de invierno / cancela mi pedido
seguir mi paquete / muéstrame zapatos rojos / hay en stock / puedo pagar después / necesito una talla más / hablar con una persona
algún descuento hoy / envíalo al trabajo / cuándo llega / llegó otro artículo / es muy pequeño / cambiar mi dirección / añade dos más
qué me recomiendas / busco un regalo / vaqueros negros talla 40 / es resistente al agua / envían al extranjero / mi paquete llega tarde
el teléfono más barato / regalo para mi madre / quita el último / cuál es mejor / muchas gracias / nunca lo recibí / me puedes ayudar
gorros de lana / la cremallera está rota / cómo devuelvo esto / no es lo que pedí / qué tallas quedan / tiene garantía / pagar con tarjeta
tengo un cupón / lámpara para el escritorio / cambié de idea / ver mi carrito / más como este / buenos días / y en verde / algo para correr
demasiado caro para mí / compara estos dos / el segundo por favor / auriculares por menos de 50 / cuero o ante / dónde están ustedes
abren los domingos / otra vez lo mismo / no gracias / igual que antes / una mesa pequeña / botas de lluvia niños / cuanto cuesta esto / quiero comprar esto / donde esta mi paquete`,
  pt: `onde está meu pedido / vocês têm isso em azul / quero um reembolso / quanto custa o frete / casaco de inverno / cancela meu pedido
rastrear minha encomenda / mostre sapatos vermelhos / tem em estoque / posso pagar depois / preciso de um tamanho maior / falar com uma pessoa
algum desconto hoje / envia para o trabalho / quando vai chegar / veio o produto errado / ficou muito pequeno / mudar meu endereço / coloca mais dois
o que você recomenda / procuro um presente / calça preta tamanho 42 / é à prova d'água / entregam no exterior / minha encomenda está atrasada
o celular mais barato / presente para minha mãe / tira o último / qual é melhor / muito obrigado / nunca recebi / pode me ajudar
gorros de lã / o zíper está quebrado / como devolvo isso / não foi o que pedi / quais tamanhos restam / tem garantia / pagar com cartão
tenho um cupom / luminária para mesa / mudei de ideia / ver meu carrinho / mais como este / bom dia / e em verde / algo para correr
muito caro para mim / compare esses dois / o segundo por favor / fones por menos de 50 / couro ou camurça / onde vocês ficam
abrem aos domingos / de novo o mesmo / não obrigado / igual da última vez / uma mesa pequena / botas de chuva infantis / quanto custa isso / quero comprar isso / cade meu pedido`,
  de: `wo ist meine bestellung / habt ihr das in blau / ich will mein geld zurück / was kostet der versand / warmer wintermantel / storniere meine bestellung
paket verfolgen / zeig mir rote schuhe / ist das auf lager / kann ich später zahlen / brauche eine größere größe / mit einem menschen sprechen
gibt es heute rabatt / schick es zur arbeit / wann kommt es an / falscher artikel geliefert / es ist zu klein / adresse ändern / noch zwei dazu
was empfehlt ihr / ich suche ein geschenk / schwarze jeans größe 32 / ist das wasserdicht / liefert ihr ins ausland / mein paket ist zu spät
das billigste handy / geschenk für meine mutter / das letzte entfernen / welches ist besser / vielen dank / nie angekommen / können sie mir helfen
mützen aus wolle / der reißverschluss ist kaputt / wie gebe ich das zurück / nicht was ich bestellt habe / welche größen gibt es / gibt es garantie
mit karte zahlen / ich habe einen gutschein / lampe für den schreibtisch / ich habe es mir überlegt / warenkorb zeigen / mehr davon / guten morgen
und in grün / etwas zum laufen / zu teuer für mich / vergleich die beiden / das zweite bitte / kopfhörer unter 50 / leder oder wildleder
wo seid ihr / sonntags offen / noch mal dasselbe / nein danke / wie letztes mal / ein kleiner tisch / gummistiefel für kinder / wie viel kostet das / ich möchte das kaufen`,
  hi: `मेरा ऑर्डर कहाँ है / क्या यह नीले रंग में है / मुझे पैसे वापस चाहिए / डिलीवरी का कितना लगेगा / गरम कोट चाहिए / मेरा ऑर्डर रद्द करो
लाल जूते दिखाओ / क्या यह उपलब्ध है / बाद में भुगतान कर सकते हैं / बड़ा साइज चाहिए / किसी से बात करनी है / आज कोई छूट है / कब तक आएगा
गलत सामान आया / बहुत छोटा है / पता बदलना है / दो और जोड़ो / माँ के लिए उपहार / सबसे सस्ता फोन / बहुत धन्यवाद / मेरी मदद करो
इसे कैसे लौटाऊं / वारंटी है क्या / कार्ड से भुगतान / मेरी कार्ट दिखाओ / नमस्ते जी / हरा रंग है क्या / बहुत महंगा है / दूसरा वाला दो / छोटी मेज`,
  'hi-Latn': `mera order kahan hai / kya ye blue mein hai / mujhe paise wapas chahiye / delivery ka kitna lagega / garam coat chahiye / mera order cancel karo
lal joote dikhao / kya ye stock mein hai / baad mein pay kar sakte hain / bada size chahiye / kisi se baat karni hai / aaj koi discount hai
kab tak aayega / galat saman aaya hai / bahut chota hai / address change karna hai / do aur add karo / maa ke liye gift / sabse sasta phone
bahut dhanyavad / meri madad karo / isko kaise return karu / warranty hai kya / card se payment karna hai / mera cart dikhao / namaste ji
hara rang hai kya / bahut mehnga hai / dusra wala do / kitne ka hai ye / order abhi tak nahi aaya / mujhe nahi chahiye / paisa kab milega
ye kharab hai / mere paas coupon hai / kuch accha dikhao / size ka problem hai / dono mein kya farak hai / ghar par bhej do / aur kya hai aapke paas`,
  ar: `أين طلبي / هل عندكم هذا بالأزرق / أريد استرداد المال / كم تكلفة الشحن / معطف شتوي دافئ / ألغ طلبي / تتبع الطرد / أرني أحذية حمراء
هل هو متوفر / هل يمكنني الدفع لاحقا / أحتاج مقاس أكبر / أريد التحدث مع شخص / هل يوجد خصم اليوم / متى يصل / وصل منتج خطأ / صغير جدا
تغيير العنوان / أضف اثنين / ماذا تنصحني / هدية لأمي / أرخص هاتف / شكرا جزيلا / هل تساعدني / كيف أرجع هذا / هل يوجد ضمان
الدفع بالبطاقة / عندي كوبون / عرض السلة / صباح الخير / غالي علي / الثاني من فضلك / طاولة صغيرة / اين طلبي / بكم هذا / ابغى مقاس اصغر`,
};

export interface WrittenMessage {
  /** `hi` for Hindi in either script. */
  readonly language: string;
  readonly kind: string;
  readonly text: string;
}

export const writtenMessages: readonly WrittenMessage[] = Object.entries(messages).flatMap(([kind, list]) =>
  list
    .split(/[\n/]/u)
    .map((text) => ({ language: kind.slice(0, 2), kind, text: text.trim() }))
    .filter(({ text }) => text !== ''),
);
