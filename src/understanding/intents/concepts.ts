import { normalise } from '../normalise.ts';

/**
 * Words by what they are about in a shop, in the six languages of the starter texts, so that an example with "price" speaks
 * for a message with "cost". A word may stand in several lines.
 */
const groups = `
price cost costs rate amount charge charges fee expensive cheap pricing costing value prices worth much precio precios cuesta cuestan caro barato preco precos custa custam preis preise kostet kosten teuer billig कीमत दाम kimat keemat daam kitne سعر السعر بكم تكلفة
pay payment paid paying payments paypal card cash emi installment instalment cod debit credit upi pagar pago pagos tarjeta pagamento cartao bezahlen zahlung zahlen karte भुगतान bhugtan paisa paise دفع الدفع بطاقة
deliver delivery delivering delivered deliveries ship shipping shipment shipped ships dispatch dispatched courier arrive arriving arrived reach supply envio envios enviar entrega entregar llega chega lieferung liefern versand geliefert डिलीवरी delivery توصيل التوصيل شحن الشحن
late delay delayed delays waiting wait still yet slow long pending tarde retraso demora atrasado atraso spat verspatet noch देर der متأخر تأخير
order orders ordered ordering purchase purchased purchases buy buying bought booked booking book pedido pedidos comprar compra encomenda bestellung bestellen bestellt kaufen ऑर्डर order kharidna طلب الطلب طلبي شراء
product products item items goods stuff things article articles thing producto productos articulo artigo produto produtos artikel produkt produkte सामान saman منتج منتجات
return returns returning returned refund refunds refunded exchange exchanges replace replaced replacement replacements reimburse back devolver devolucion reembolso cambiar devolucao trocar troca zuruckgeben ruckgabe erstattung umtauschen umtausch वापस wapas vapas refund إرجاع استرجاع استبدال
cancel cancellation cancelled canceled canceling cancelling cancelar cancelacion anular cancelamento stornieren storno रद्द radd cancel إلغاء
where location located place whereabouts donde onde wo कहाँ कहां kahan kaha أين وين
status track tracking progress estado seguimiento rastrear rastreio sendungsverfolgung status स्थिति تتبع
shop shops store stores outlet outlets showroom showrooms branch branches dealer dealers dealership distributor distributors retailer retailers tienda tiendas loja lojas laden geschaft filiale दुकान dukan dukaan متجر محل فرع
agent human person representative executive someone somebody staff support advisor operator asesor persona humano agente pessoa atendente mensch mitarbeiter berater इंसान insaan موظف شخص
talk speak chat call contact phone hablar llamar falar ligar sprechen anrufen reden बात baat اتصال التحدث
broken damaged defective faulty expired wrong spoiled torn leaking bad roto danado defectuoso quebrado estragado kaputt defekt beschadigt खराब kharab toota تالف مكسور
original genuine authentic real fake duplicate counterfeit autentico verdadero falso echt असली asli nakli أصلي
change modify edit update correct alter cambiar modificar alterar mudar andern बदलना badalna تغيير تعديل
address addresses pincode pin zip postcode postal area city direccion endereco cep adresse पता pata pincode عنوان
size sizes dimension dimensions measurement measurements inch inches feet foot length width height thick thickness king queen single double custom talla tallas tamano tamanho grosse grossen साइज size مقاس حجم
offer offers discount discounts coupon coupons deal deals sale promo promotion promotions code voucher oferta descuento cupon desconto cupom angebot rabatt gutschein छूट chhoot خصم عرض كوبون
help assist assistance ayuda ayudar ajuda ajudar hilfe helfen मदद madad مساعدة
guide suggest suggestion suggestions recommend recommendation recommendations advice advise consult consultation recomendar recomiendas conselho empfehlen empfehlung सुझाव sujhav نصيحة توصية
when days hours day hour date time soon cuando dias horas quando wann tage stunden कब kab متى
compare comparison difference differences different better best versus vs comparar diferencia diferenca vergleichen vergleich unterschied तुलना فرق مقارنة
warranty guarantee guaranty garantia garantie वारंटी ضمان
account login log sign register signup password cuenta conta konto खाता khata حساب
bill bills invoice invoices receipt receipts factura recibo fatura rechnung बिल bill فاتورة
available availability stock left disponible disponivel estoque verfugbar lager उपलब्ध متوفر
cart basket bag trolley carrito cesta carrinho warenkorb कार्ट عربة سلة
`;

const conceptsOf = (): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, number[]>();
  for (const [concept, line] of groups.trim().split('\n').entries()) {
    for (const word of new Set(line.split(' ').map(normalise))) {
      const known = table.get(word);
      if (known === undefined) table.set(word, [concept]);
      else known.push(concept);
    }
  }
  return table;
};

const table = conceptsOf();
const none: readonly number[] = [];

/** What a normalised word is about, by number. */
export const conceptsIn = (word: string): readonly number[] => table.get(word) ?? none;
