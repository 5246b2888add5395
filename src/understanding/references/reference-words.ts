import { foldPhrase } from '../wish/wish-word.ts';

const table = (lists: readonly string[], first: number): readonly (readonly [string, number])[] =>
  lists.flatMap((list, index) => list.split(' ').map((word) => [foldPhrase(word), first + index] as const));

/** Folded word → place, 1-based; −1 is the last. English, Spanish, Portuguese, German, Hindi (also in Latin letters) and Arabic. */
const ordinals: ReadonlyMap<string, number> = new Map([
  ...table(
    [
      'first 1st frist fisrt primero primera primer primeros primeras primeiro primeira primeiros primeiras erste erster erstes ersten पहला पहली पहले pehla pehli pehle الاول الاولى اول',
      'second 2nd secnd segundo segunda zweite zweiter zweites zweiten दूसरा दूसरी दूसरे dusra dusri doosra الثاني الثانية ثاني',
      'third 3rd thrid tercero tercera tercer terceiro terceira dritte dritter drittes dritten तीसरा तीसरी तीसरे teesra tisra teesri الثالث الثالثة ثالث',
      'fourth forth 4th cuarto cuarta quarto quarta vierte vierter viertes vierten चौथा चौथी चौथे chautha الرابع الرابعة رابع',
      'fifth 5th quinto quinta fünfte fünfter fünftes fünften पांचवां पाँचवाँ पांचवा पांचवीं paanchva الخامس الخامسة خامس',
      'sixth 6th sexto sexta sechste sechster sechstes sechsten छठा छठी السادس السادسة',
      'seventh 7th séptimo séptima sétimo sétima siebte siebter siebtes siebten सातवां सातवीं السابع السابعة',
      'eighth 8th octavo octava oitavo oitava achte achter achtes achten आठवां आठवीं الثامن الثامنة',
      'ninth 9th noveno novena nono nona neunte neunter neuntes neunten नौवां नौवीं التاسع التاسعة',
      'tenth 10th décimo décima zehnte zehnter zehntes zehnten दसवां दसवीं العاشر العاشرة',
    ],
    1,
  ),
  ...table(
    [
      'last lst final último última últimos últimas letzte letzter letztes letzten आखिरी अंतिम aakhri aakhiri الاخير الاخيرة اخر',
    ],
    -1,
  ),
]);

const counts: ReadonlyMap<string, number> = new Map([
  ...table(
    [
      'one uno una um uma eins ein eine एक ek واحد',
      'two dos dois duas zwei zwo beiden दो do اثنين اثنان',
      'three tres três drei तीन teen ثلاثة',
      'four cuatro quatro vier चार chaar اربعة',
      'five cinco fünf पांच पाँच paanch خمسة',
      'six seis sechs छह ستة',
      'seven siete sete sieben सात سبعة',
      'eight ocho oito acht आठ ثمانية',
      'nine nueve nove neun नौ تسعة',
      'ten diez dez zehn दस عشرة',
    ],
    1,
  ),
]);

const digitsWithEnding = /^(\d{1,2})(?:st|nd|rd|th|er|o|a)$/u;
const mostPlaces = 20;

/** The place that a folded word names: "second", "2nd", "2º". */
export function ordinalOf(word: string): number | null {
  const digits = Number(digitsWithEnding.exec(word)?.[1] ?? 0);
  return ordinals.get(word) ?? (digits >= 1 && digits <= mostPlaces ? digits : null);
}

/** How many: 1 to 20, in digits or words. */
export function countOf(word: string): number | null {
  const digits = /^\d{1,2}$/u.test(word) ? Number(word) : 0;
  return counts.get(word) ?? (digits >= 1 && digits <= mostPlaces ? digits : null);
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u).map(foldPhrase));

export const articles = words('the el la los las lo o os as der die das den dem');
export const indefinite = words('a an another some any un una uno um uma ein eine einen eines');
/** What the shown products are called. */
export const things = words(
  `one ones item items product products option options result results choice choices article articles model thing pic picture photo link
   producto productos artículo artículos opción opciones resultado produto produtos artigo opção opções produkt produkte artikel option
   वाला वाली वाले wala wali wale उत्पाद منتج خيار`,
);
/** Before a number: "number 3". */
export const numbered = words(
  'number no nr num nmr numero número nummer option item product opción opção produkt artikel नंबर رقم خيار',
);
export const ands = words('and n y e und or o u ou oder vs versus with to con com mit और و او या');
/** After a place that stands without a noun: what follows is about something else. */
export const boundaries = words(
  `and n or but in with please pls for to is are if vs versus instead cheaper smaller bigger larger only just
   y e o pero en con por para más es aber in mit und oder bitte ist mas em com é mais لكن في और लेकिन में`,
);
/** Before an article, these make "el cuarto" and "o quarto" rooms. */
export const beforeRooms = words('para pro do no del al por');
export const comparing = words(
  'compare comparison comparing difference differences between comparar compara compárame comparame vergleich vergleiche vergleichen unterschied diferença diferencia तुलना قارن مقارنة',
);
/** What was seen last. */
export const pronouns = words(
  `this that it ese esa eso este esta esto aquel aquella lo esse essa isso aquele aquela isto dieses dieser diesen diese das
   यह ये वह yeh ye woh هذا هذه ذلك`,
);
export const sames = words(
  'same mismo misma mesmo mesma selbe dasselbe dieselbe denselben gleiche gleichen वही نفس نفسه نفسها',
);
export const all = words(
  'both all them these those ambos ambas todos todas beide alle ambos दोनों dono كلاهما كلهم كليهما',
);
export const likes = words(
  'like similar alike como parecido parecida similares wie ähnlich ähnliches parecido semelhante igual जैसा जैसी jaisa مثل',
);
export const buts = words('but only just except pero solo aber nur mas só लेकिन पर lekin لكن بس');

interface Change {
  readonly price?: 'cheaper' | 'dearer';
  readonly size?: 'bigger' | 'smaller';
}

const change = (list: string, means: Change): readonly (readonly [string, Change])[] =>
  list.split('|').map((phrase) => [foldPhrase(phrase), means] as const);

/** Folded phrase → what should be otherwise. */
export const changes: ReadonlyMap<string, Change> = new Map([
  ...change(
    'cheaper|chepaer|cheeper|less expensive|more affordable|less costly|lower price|not so expensive|más barato|más barata|más baratos|más económico|menos caro|mais barato|mais barata|mais em conta|menos caro|billiger|billigeres|billigere|billigeren|billigerer|günstiger|günstigeres|günstigere|preiswerter|सस्ता|सस्ती|sasta|sasti|ارخص',
    { price: 'cheaper' },
  ),
  ...change(
    'more expensive|pricier|dearer|more premium|higher end|más caro|más cara|mais caro|mais cara|teurer|teureres|hochwertiger|महंगा|mehnga|اغلى',
    { price: 'dearer' },
  ),
  ...change(
    'bigger|larger|one size up|a size up|size bigger|size larger|longer|más grande|más grandes|maior|maiores|größer|größeres|größere|größeren|größerer|बड़ा|बड़ी|bada|اكبر',
    { size: 'bigger' },
  ),
  ...change(
    'smaller|one size down|a size down|size smaller|shorter|más pequeño|más pequeña|más chico|menor|menores|kleiner|kleineres|kleinere|kleineren|kleinerer|छोटा|छोटी|chhota|اصغر',
    { size: 'smaller' },
  ),
]);
