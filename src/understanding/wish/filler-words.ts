import { languageOf } from '../words.ts';
import { foldPhrase } from './wish-word.ts';

/** Words with which a shopper begins or ends, and which say nothing of the product. */
export interface FillerWords {
  /** Begin what is only filling: without one of them the first word stays. */
  readonly opening: ReadonlySet<string>;
  /** Go on with it. */
  readonly filling: ReadonlySet<string>;
  /** At the end. */
  readonly closing: ReadonlySet<string>;
}

const folded = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(foldPhrase));

const fillers = (opening: string, filling: string, closing: string): FillerWords => ({
  opening: folded(opening),
  filling: folded(`${opening} ${filling}`),
  closing: folded(closing),
});

const en = fillers(
  `hi hello hey hiya heya good please pls plz plss kindly ok okay so well um uh i im iam id ive we were my u you ya do does did can could cud would wud will
   is are there any some show find give get got have hv hav look looking lookin searching search seeking shopping hunting interested want wanna wnt need
   needed may may might lets let tell am a an the something smthng smth sth anything anythin what whats which where help buy purchase order browse see got gimme send recommend suggest also and but then`,
  `morning afternoon evening day there me us for to at in of about on up with out like love prefer really just also currently actually been was be trying tryna hoping going gonna
   thinking after looks lookng lookinf lookig serching finding buying getting purchase purchasing sell selling sold stock carry available u r ur your shop store it them one ones sum kind type sort of new nice u d ll ve m s know if
   that has have should dear sir madam team guys friend bro mate options ideas wondering wonder how`,
  'please pls plz plss thanks thank you thx ty tysm asap now u ya? available sir madam bro mate dear guys too also aswell',
);

const es = fillers(
  'hola buenas buenos quiero quisiera busco estoy necesito me muestrame muestreme ensename dame hay tienes tienen teneis venden vendes podrias puedes algun alguna algo un una unos unas el la los las y también',
  'dias tardes noches buscando gustaria encanta comprar ver para regalar que mostrar mostrarme favor por de nuevo en',
  'favor por gracias porfa porfavor también tambien',
);
const de = fillers(
  'hallo guten hi ich suche suchen mochte moechte brauche will hatte habt haben gibt zeig zeige zeigen bitte ein eine einen einer einem etwas und auch',
  'tag morgen abend gern gerne ihr sie es mir uns nach bin auf der die das suche kaufen haben sehen mal auch ein eine einen etwas irgendwelche',
  'bitte danke gern gerne haben kaufen auch',
);
const pt = fillers(
  'ola oi bom boa quero queria gostaria procuro estou preciso voces vcs voce vc tem mostre mostra me um uma uns umas algum alguma algo o a os as e por também',
  'dia tarde noite procurando buscando de comprar ver favor vende vendem a procura mostrar em',
  'favor por obrigado obrigada pfv também tbm',
);
const hi = fillers(
  'नमस्ते मुझे मुझको हमें कृपया क्या आपके आप कोई एक कुछ mujhe muje kya koi namaste aapke',
  'पास है हैं चाहिए दिखाओ दिखाइए दिखाएं ढूंढ रहा रही हूँ हूं लिए paas hai chahiye dikhao',
  'चाहिए है हैं दिखाओ दिखाइए दिखाएं कृपया चाहिये क्या hai hain chahiye dikhao dikhaiye please में मे वाला वाली वाले भी bhi',
);
const ar = fillers(
  'مرحبا السلام اريد ابحث عندكم عندك هل لديكم يوجد اي ابغى ابي عايز عاوز اود احتاج بدي ممكن من',
  'عليكم عن على الى ان اشتري شراء فضلك لو سمحت شيء حاجة في توفر',
  'فضلك من لو سمحت شكرا رجاء أيضا كمان',
);

const byLanguage: Readonly<Record<string, FillerWords>> = { en, es, de, pt, hi, ar };

/** Words that tell the language by themselves, for shoppers who write in another one than the shop's. */
const telling: readonly (readonly [ReadonlySet<string>, FillerWords])[] = [
  [folded('hola busco quiero quisiera necesito muestrame ensename tienen tienes estoy'), es],
  [folded('ich suche habt brauche mochte moechte gibt zeig zeige zeigen hallo'), de],
  [folded('procuro quero queria gostaria preciso voces vcs ola estou'), pt],
  [hi.opening, hi],
  [ar.opening, ar],
];

/** The locale's, unless the first words are another language's. */
export function fillersFor(locale: string, firstWords: readonly string[]): readonly FillerWords[] {
  const told = telling.find(([words]) => firstWords.some((word) => words.has(word)))?.[1];
  const own = byLanguage[languageOf(locale)] ?? en;
  return [...new Set([told ?? own, own, en])];
}
