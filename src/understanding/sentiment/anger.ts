import { plainWord, withoutArticle } from './hearing.ts';

/**
 * Phrases that are said in anger, not in passing: accusations, threats, "for the third time". All languages at once: what is an outrage in
 * one is no word in another. Written as `plainWord` leaves words; chosen by us.
 */
const outrages: readonly string[] = [
  // English
  'scam scams scammer scammers scammed scamming fraudster fraudsters rip-off ripoff ripped-off thieves crooks liars unacceptable outrageous disgraceful appalling disgusting disgusted pathetic furious fuming livid infuriating shameful',
  'piece-of-shit bullshit total-(joke|rubbish) is-a-joke are-you-(kidding|joking) fed-up-with sick-(of-this|of-you|of-your|of-waiting|and-tired) had-enough enough-is-enough',
  '(third|fourth|fifth|3rd|4th|5th|tenth|10th|hundredth|umpteenth)-time how-many-times-(do|must|have|will)-i-have-to how-many-more-times (is|so|absolutely|utterly)-ridiculous worst-(service|company|shop|store|experience|customer-service|website) (terrible|horrible|awful|useless|incompetent)-(service|company|experience|support|customer-service|people|staff)',
  '(sue|suing)-you (my|a)-(lawyer|attorney) my-lawyers legal-action (take|taking)-you-to-court small-claims consumer-(court|forum|protection|rights) trading-standards ombudsman (to|call|calling)-the-(police|press|media) chargeback charge-back',
  '(never|not)-(buy|buying|shop|shopping|order|ordering)-(here|from-you|from-this|with-you) never-again (you|u|they)-(people-|guys-|)(stole|steal|robbed) robbed-me give-me-my-money demand-my-money waste-of-(time|money) wasted-my-(time|money) your-incompetence idiots morons',
  // Spanish
  'estafa estafas (estafador|estafadores|estafado|estafada) ladrones sinverguenzas inaceptable indignante indignado indignada verguenza vergonzoso harto harta hijos-de-puta vayan-a-la-mierda que-mierda una-mierda gilipollas (tercera|cuarta|quinta|enesima)-vez voy-a-denunciar denunciare os-denuncio mi-abogado hoja-de-reclamaciones (peor|pesimo)-servicio (nunca|jamas)-mas tomadura-de-pelo me-han-(robado|enganado) devuelvanme-mi-dinero',
  // Portuguese
  'golpe golpistas ladroes inaceitavel um-absurdo palhacada vergonha (indignado|indignada|revoltado|revoltada) (terceira|quarta|quinta|enesima)-vez (vou|irei)-(te-|vos-|)processar procon meu-advogado reclame-aqui (pior|pessimo)-(servico|atendimento) nunca-mais (filhos|filho)-da-puta que-merda uma-merda me-(roubaram|enganaram) falta-de-respeito',
  // German
  'betrug betruger abzocke abzocker unverschamt unverschamtheit frechheit inakzeptabel sauerei schweinerei saftladen wutend stinksauer (dritte|vierte|funfte|zigste|dritten|vierten|funften|zigsten)-mal (mein|meinen|einen|meinem)-anwalt anzeige-(erstatten|machen) verbraucherzentrale verbraucherschutz (schlechtester|miserabler|unterirdischer)-(service|kundenservice) nie-wieder verarschen verarscht scheissladen arschlocher die-nase-voll mir-reicht es-reicht-(mir|jetzt)',
  // Hindi
  'धोखा धोखेबाज धोखाधडी ठग ठगी लूट फ्रॉड स्कैम बकवास घटिया तीसरी-बार चौथी-बार कितनी-बार मुकदमा उपभोक्ता-(फोरम|अदालत|न्यायालय) वकील शर्मनाक dhokha dhokebaaz ghatiya bakwas bakwaas loot-(liya|rahe) teesri-baar kitni-baar chor-(ho|hai|log)',
  // Arabic
  'احتيال نصب نصابين نصاب محتالين حراميه حرامي لصوص غش غشاشين مهزله غير-مقبول (ثالث|رابع|خامس|عاشر)-مره للمره-(الثالثه|الرابعه|الخامسه|العاشره) محامي المحكمه محكمه حمايه-المستهلك (اسوا|اسوء)-(خدمه|شركه|متجر|موقع) حسبي-الله حسبنا-الله سرقتم سرقتوا سرقتوني مسخره قله-احترام لن-(اشتري|اتعامل)',
];

/** Swearing: in a message that says nothing good, somebody has lost patience. */
const oaths =
  'fuck fucking fuckin fuckers fucked fucks wtf bloody goddamn damn shit shitty bitch bitches asshole assholes bastard bastards joder cono mierda puta puto cabron cabrones pendejo merda porra caralho cacete scheisse scheiss verdammt verdammte arschloch wichser chutiya madarchod bhenchod harami हरामी कमीने';

/** First word → the rest of each phrase that begins with it. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const outragesByFirst = phrasesByFirstWord(outrages.join(' '));
const oathsByFirst = phrasesByFirstWord(oaths);

/** `a-(b|c)` as `a-b` and `a-c`. */
function spellOut(phrase: string): readonly string[] {
  const [whole, inside] = /\(([^)]*)\)/u.exec(phrase) ?? [];
  if (whole === undefined || inside === undefined) return [phrase];
  return inside.split('|').flatMap((each) => spellOut(phrase.replace(whole, each)));
}

function phrasesByFirstWord(phrases: string): Phrases {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases.split(' ').flatMap(spellOut)) {
    const [first = '', ...rest] = phrase.split('-').map((word) => plainWord(word));
    found.set(first, [...(found.get(first) ?? []), rest]);
  }
  return found;
}

function says(words: readonly string[], phrases: Phrases): boolean {
  const isSaid = (rest: readonly string[], at: number): boolean =>
    rest.every((next, by) => words[at + 1 + by] === next);
  return words.some((word, at) => phrasesFrom(word, phrases).some((rest) => isSaid(rest, at)));
}

function phrasesFrom(word: string, phrases: Phrases): readonly (readonly string[])[] {
  return phrases.get(word) ?? (/^\p{Script=Arabic}/u.test(word) ? phrases.get(withoutArticle(word)) : undefined) ?? [];
}

export interface Anger {
  /** An accusation, a threat, an insult. */
  readonly outrage: boolean;
  readonly oath: boolean;
  /** It is put as a question: "is this a scam?" */
  readonly asked: boolean;
  /** Written in capitals, as a whole. */
  readonly shouted: boolean;
  /** "!!!", "?!". */
  readonly marked: boolean;
}

const longest = 2_000;

export function angerIn(text: string): Anger {
  const begun = text.slice(0, longest);
  const words = (begun.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []).map(plainWord);
  return {
    outrage: says(words, outragesByFirst),
    oath: says(words, oathsByFirst),
    asked: /\?\s*$/u.test(begun),
    shouted: isShouted(begun),
    marked: /!{2,}|\?!|!\?|\?{3,}/u.test(begun),
  };
}

/** Three words or more, and hardly a small letter. A code or a size is no shout. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{Lu}{2,}/gu) ?? [];
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return words.length >= 3 && letters.length >= 12 && capitals.length > 0.8 * letters.length;
}
