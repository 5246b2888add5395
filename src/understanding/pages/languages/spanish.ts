import { type PageLanguage, phrases, words } from './language.ts';

export const spanish: PageLanguage = {
  empty: words(`
    el la los las lo un una unos unas y o u pero si no de del al a en por para con sin sobre como que se su sus mi mis me te tu tus nos les le
    yo ustedes vosotros usted ellos es son ser esta estan estoy hay ha he han fue era muy mas menos algo cual cuales quien cuando donde cuanto cuanta
    cuantos cuantas por favor hola gracias puedo puede pueden puedes podeis podria quiero quisiera tengo tiene tienen tienes teneis hacer hace hacen
    tiempo esto este esta ese eso uno otra otro todo todos tambien ya tienda comprar`),
  asks: phrases(
    'como, que, cual, cuales, cuando, donde, a donde, adonde, cuanto, cuanta, cuantos, cuantas, quien, por que, de que, en cuanto, dime, quiero saber, me gustaria saber, quisiera saber, una pregunta',
  ),
  asksWhether: words(
    'puedo puede pueden puedes podeis podria hay es son esta estan hacen haceis aceptan aceptais envian enviais tienen teneis se',
  ),
  wishes: phrases(
    'busco, estoy buscando, quiero comprar, quiero, necesito, ensename, muestrame, tienen, teneis, venden, vendeis, quisiera, me gustaria, anade, dame',
  ),
  has: phrases('tienen, tienes, teneis, tiene, tienen ustedes, venden, vendes, vendeis, vende'),
  sold: [],
  tells: phrases('no tengo, me cobraron, me han cobrado'),
  elsewhere: phrases(
    'de que color es, que color es, que talla es, cuanto cuesta, cuanto vale, cuanto es, quitalo, borralo, eliminalo, vuelve, volver, atras',
  ),
  own: phrases(
    'mi pedido, mis pedidos, mi paquete, mi envio, mi compra, mi cesta, mi carrito, mi cuenta, mi factura, mi reembolso, mi direccion, he pedido, pedi',
  ),
  same: [
    phrases(
      'envio, envios, enviar, envian, enviais, envia, entrega, entregas, entregan, entregais, entregar, reparto, mandan, mandar, despacho',
    ),
    phrases('cuesta, cuestan, costar, precio, precios, coste, costes, costo, gastos, tarifa, cuanto cuesta, vale'),
    phrases(
      'tarda, tardan, plazo, plazos, dias, cuantos dias, en cuantos dias, cuanto tarda, cuanto tiempo, llega, llegan, demora',
    ),
    phrases('devolver, devolucion, devoluciones, devuelvo, devuelvo algo, devolverlo, devolverlos, regresar'),
    phrases(
      'reembolso, reembolsos, reembolsan, dinero, me devuelven el dinero, devolucion del dinero, devuelven el dinero',
    ),
    phrases('cambiar, cambio, cambios, otra talla, cambiarlo'),
    phrases('pagar, pago, pagos, pagan, pagarlo, abonar'),
    phrases('tarjeta, tarjetas, visa, mastercard, credito, debito'),
    phrases('efectivo, contra reembolso, contrareembolso, al recibir'),
    phrases('horario, horarios, abren, abris, cierran, abierto, abiertos, horas'),
    phrases('contacto, contactar, telefono, llamar, correo, email'),
    phrases('ubicacion, donde estan, donde estais, direccion de la tienda, tienda fisica'),
    phrases('datos, datos personales, privacidad, informacion personal, mis datos'),
    phrases(
      'tarjeta regalo, tarjetas regalo, tarjeta de regalo, tarjetas de regalo, vale regalo, cheque regalo, bono regalo',
    ),
    phrases('envolver, envuelven, envolveis, papel de regalo, para regalo'),
    phrases('talla, tallas, medidas, guia de tallas'),
    phrases('lavar, lavo, lavado, lavadora, se lava'),
    phrases('roto, rota, danado, danada, defectuoso, estropeado'),
    phrases('extranjero, internacional, internacionales, pais, paises, otros paises, otro pais, fuera de'),
    phrases('gratis, gratuito, gratuita, gratuitos'),
    phrases('caduca, caducan, vence, caducidad, valido'),
    phrases('fin de semana, fines de semana, sabado, sabados, domingo, domingos'),
    phrases('borrar, eliminar, borrais, borran'),
  ],
  endings: words(
    'aciones acion mente iendo ando adas ados amos emos imos arlo ida ido ada ado as es os ar er ir an en a o e s',
  ),
};
