import { foldCase } from '../../understanding/normalise.ts';

/** The words of one language in which people pick from a menu: lower case, without accents and apostrophes. */
export interface ReplyWords {
  /** First, second …: each in all its forms. */
  readonly ordinals: readonly (readonly string[])[];
  readonly last: readonly string[];
  /** One, two …, taken only where nothing but the number is said. */
  readonly numbers: readonly (readonly string[])[];
  /** What people put before a number: "option 2". */
  readonly option: readonly string[];
  /** May stand beside a bare number without making it a quantity. */
  readonly polite: readonly string[];
  /** Says nothing about which one is meant. */
  readonly fillers: readonly string[];
  /** Turns the meaning round; never a misspelling of a label. */
  readonly negations: readonly string[];
  /** What costs least. */
  readonly cheapest: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');
const forms = (text: string): readonly (readonly string[])[] => words(text).map((word) => word.split('/'));

const english: ReplyWords = {
  ordinals: forms(
    'first/1st second/2nd third/3rd fourth/4th fifth/5th sixth/6th seventh/7th eighth/8th ninth/9th tenth/10th',
  ),
  last: ['last'],
  numbers: forms('one two three four five six seven eight nine ten'),
  option: words('option number nr num choice answer item product pick'),
  polite: words('please pls plz ok okay yes yeah thanks thx the its'),
  fillers: words(
    'i ill id im me my we a an one it this that is would like love want need take have get choose pick select go with for give show see tell more about in of to and ' +
      'then just lets let can could you thank want the hmm well think prefer maybe',
  ),
  negations: words(
    'no not none nope never nothing dont isnt without neither nor except but anything other another else stop done',
  ),
  cheapest: words('cheapest'),
};

const spanish: ReplyWords = {
  ordinals: forms(
    'primero/primera/primer/1o/1a/1er segundo/segunda/2o/2a tercero/tercera/tercer/3o/3a cuarto/cuarta/4o/4a quinto/quinta/5o/5a sexto/sexta/6o/6a septimo/septima octavo/octava noveno/novena decimo/decima',
  ),
  last: ['ultimo', 'ultima'],
  numbers: forms('uno/una dos tres cuatro cinco seis siete ocho nueve diez'),
  option: words('opcion numero num producto'),
  polite: words('por favor vale si el la los las gracias'),
  fillers: words(
    'yo quiero quisiera dame me un una lo con para de en que prefiero tomo llevo elijo ese esa este esta gusta gustaria',
  ),
  negations: words('no ninguno ninguna ningun nada nunca sin ni tampoco excepto otro otra'),
  cheapest: words('barato barata economico economica'),
};

const portuguese: ReplyWords = {
  ordinals: forms(
    'primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta setimo/setima oitavo/oitava nono/nona decimo/decima',
  ),
  last: ['ultimo', 'ultima'],
  numbers: forms('um/uma dois/duas tres quatro cinco seis sete oito nove dez'),
  option: words('opcao numero produto item'),
  polite: words('por favor sim o a os as obrigado obrigada'),
  fillers: words(
    'eu quero queria gostaria me da um uma com para de em que prefiro levo escolho esse essa este esta do',
  ),
  negations: words('nao nenhum nenhuma nada nunca sem nem exceto outro outra'),
  cheapest: words('barato barata economico economica'),
};

const german: ReplyWords = {
  ordinals: forms(
    'erste/erster/erstes/ersten zweite/zweiter/zweites/zweiten dritte/dritter/drittes/dritten vierte/vierter/viertes/vierten funfte/funfter/funftes/funften sechste/sechster/sechstes/sechsten siebte/siebter/siebtes/siebten achte/achter/achtes/achten neunte/neunter/neuntes/neunten zehnte/zehnter/zehntes/zehnten',
  ),
  last: ['letzte', 'letzter', 'letztes', 'letzten'],
  numbers: forms('eins zwei drei vier funf sechs sieben acht neun zehn'),
  option: words('option nummer nr auswahl produkt'),
  polite: words('bitte ja danke gern gerne der die das den'),
  fillers: words('ich mochte will hatte nehme nehm wahle mir ein eine einen es dann mal in mit fur von zu und ware'),
  negations: words('nein nicht kein keine keinen keiner nichts nie ohne weder noch ausser andere anderes anderen'),
  cheapest: words('billigste billigsten billigster billigstes gunstigste gunstigsten gunstigster gunstigstes'),
};

const hindi: ReplyWords = {
  ordinals: forms(
    foldCase(
      'पहला/पहली/पहले/pehla/pehli दूसरा/दूसरी/दूसरे/dusra/dusri/doosra तीसरा/तीसरी/तीसरे/teesra/tisra चौथा/चौथी/चौथे/chautha पाँचवाँ/पांचवां/पाँचवीं/paanchva छठा/छठी/chhatha सातवाँ/सातवां आठवाँ/आठवां नौवाँ/नौवां दसवाँ/दसवां',
    ),
  ),
  last: words(foldCase('आख़िरी अंतिम aakhri aakhiri')),
  numbers: forms(foldCase('एक/ek दो तीन/teen चार/char/chaar पाँच/पांच/paanch छह/छः/chhe सात/saat आठ/aath नौ/nau दस')),
  option: words(foldCase('विकल्प नंबर नम्बर')),
  polite: words(foldCase('कृपया प्लीज़ हाँ जी ठीक है धन्यवाद haan ji')),
  fillers: words(
    foldCase(
      'मुझे वाला वाली वाले चाहिए सबसे दे दीजिए दिखाओ दिखाइए यह वह ये वो को का की के मैं लूँगा लूँगी mujhe wala wali chahiye dikhao ye wo ko',
    ),
  ),
  negations: words(foldCase('नहीं नही मत ना कुछ कोई और दूसरे nahi nahin mat')),
  cheapest: words(foldCase('सस्ता सस्ती sasta sasti')),
};

const arabic: ReplyWords = {
  ordinals: forms(
    foldCase(
      'الأول/الأولى/أول/أولى الثاني/الثانية/ثاني الثالث/الثالثة/ثالث الرابع/الرابعة/رابع الخامس/الخامسة/خامس السادس/السادسة/سادس السابع/السابعة/سابع الثامن/الثامنة/ثامن التاسع/التاسعة/تاسع العاشر/العاشرة/عاشر',
    ),
  ),
  last: words(foldCase('الأخير الأخيرة آخر')),
  numbers: forms(
    foldCase(
      'واحد/واحدة اثنان/اثنين/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر',
    ),
  ),
  option: words(foldCase('الخيار خيار رقم المنتج')),
  polite: words(foldCase('من فضلك لو سمحت نعم تمام شكرا')),
  fillers: words(foldCase('أريد أود أختار آخذ سآخذ بدي أعطني أرني هذا هذه ذلك تلك في عن لي')),
  negations: words(foldCase('لا ليس ليست بدون غير آخر أخرى شيء كلا مو مش')),
  cheapest: words(foldCase('الأرخص أرخص')),
};

/** A language more is a table more. */
export const replyWords: readonly ReplyWords[] = [english, spanish, portuguese, german, hindi, arabic];
