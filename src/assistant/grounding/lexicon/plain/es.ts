import type { PlainWords } from './plain.ts';

export const spanishPlain: PlainWords = {
  talk: `leer lee leerlo dar darte darle doy ofrecer ofrecerte antes crees cree piensas piensa opinas opina recomiendas recomienda puedas vale cancelar cambiar explicar cabe lleva depende
    el la los las un una unos unas lo al del este esta estos estas ese esa esos esas esto eso aquel aquella aquí allí ahí
    yo me mi mis mí tú tu tus te ti usted ustedes su sus se le les él ella ellos ellas nosotros nos nuestro nuestra quien quién que qué cual cuál cuales cuáles cómo como dónde donde cuándo cuando por para porque
    soy eres es somos son era eran fue ser sido será sería estar estoy está están estaba he has ha hemos han había haber hay tengo tienes tiene tenemos tienen tener puedo puedes puede podemos pueden poder podría
    quiero quieres quiere querer quisiera gustaría gusta gustan debo debe deber necesito necesitas necesita necesitar
    y e o u ni pero sino aunque si sí no nunca nada ninguno ninguna ningún tampoco también solo sólo muy más menos mucho mucha muchos muchas poco poca algo alguno alguna algún todo toda todos todas otro otra otros otras mismo misma cada ambos ambas uno
    de a en con sin por sobre entre hasta desde hacia según
    bien bueno buena buenos buenas buen mejor mejores bonito bonita bonitos bonitas lindo linda hermoso hermosa precioso preciosa práctico práctica útil interesante adecuado adecuada ideal perfecto simple gran
    regalo idea opción elección alternativa
    creo creer pienso pensar espero esperar busco buscas busca buscar buscando encontré encontrado encuentro encontrar veo ves ver mira mirar muestro mostrar enseñar digo dime dice dicen decir sé sabes saber
    cuesta cuestan costar precio precios vale comprar tomar elegir escoger decidir comparar ayudo ayudar ayuda pregunta preguntar respuesta entiendo entendido entender hacer hago hace hecho hecha va van ir viene
    hola gracias favor perdón perdona siento lamento claro supuesto vale bienvenido bienvenida encantado gusto lamentablemente
    producto productos artículo artículos cosa cosas tipo clase modelo material color tamaño talla marca nombre llama tienda equipo persona hablar conectar descripción información detalles página texto palabra palabras
    madre mamá padre papá padres hermana hermano esposa esposo mujer marido pareja amigo amiga tía tío abuela abuelo jefe profesora profesor maestra colega vecino vecina familia
    tiempo día ahora momento ya todavía aún siempre quizás quizá tal vez además entonces así luego presupuesto entrega envío estándar`,
  assent: `sí si no nunca nada claro que por supuesto cierto exacto exactamente correcto verdad seguro segura desde luego así es eso esto lo está son puede puedes podría debería funciona problema hay ningún
    creo pienso diría yo tienes tiene razón muy bien y vale ninguno ninguna`,
  told: ['es', 'son', 'esta', 'este', 'tiene', 'viene', 'lo', 'la', 'nuestr\\w*'],
  asks: ['(?:sabías|sabes|sabía usted) que', 'no es', 'cuál (?:es|era) (?:tu|su)'],
};
