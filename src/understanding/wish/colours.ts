import { foldWord } from './wish-word.ts';

/** English name → how it is written in English, German, Spanish, Portuguese, Hindi and Arabic. `~` takes German endings, `-` Romance ones. */
const names: Readonly<Record<string, string>> = {
  black: 'black blk schwarz~ negr- pret- काला काली काले اسود سوداء',
  white: 'white wht weiss~ weiß~ blanc- branc- सफेद उजला ابيض بيضاء',
  grey: 'grey gray grau~ gris grises cinza cinzas धूसर स्लेटी رمادي رمادية',
  red: 'red rot~ roj- vermelh- लाल احمر حمراء',
  blue: 'blue blu bleu blau~ azul azules azuis नीला नीली नीले ازرق زرقاء',
  navy: 'navy marineblau~ dunkelblau~ كحلي كحلية',
  green: 'green grn grün~ gruen~ verde verdes हरा हरी हरे اخضر خضراء',
  yellow: 'yellow yelow gelb~ amarill- amarel- पीला पीली पीले اصفر صفراء',
  orange: 'orange orangefarben~ naranja naranjas laranja laranjas anaranjad- नारंगी برتقالي برتقالية',
  pink: 'pink rosa rosas rosane rosafarben~ गुलाबी وردي وردية زهري زهرية',
  purple: 'purple violet lila violett~ morad- púrpura roxo roxa roxos roxas violeta बैंगनी जामुनी بنفسجي بنفسجية',
  brown: 'brown braun~ marrón marrones marrom marrons भूरा भूरी भूरे بني بنية',
  beige: 'beige beiges بيج',
  cream: 'cream creme cremefarben~ crema كريمي',
  gold: 'gold golden golden~ dorad- dourad- सुनहरा सुनहरी ذهبي ذهبية',
  silver: 'silver silbern~ silberfarben~ platead- prateado prateada चांदी فضي فضية',
  turquoise: 'turquoise türkis turquesa फ़िरोज़ी تركواز',
  teal: 'teal petrol',
  burgundy: 'burgundy maroon bordeaux burdeos bordô',
  khaki: 'khaki kaki خاكي',
  olive: 'olive oliv oliva olivgrün~',
  lavender: 'lavender',
  ivory: 'ivory',
  tan: 'tan',
  charcoal: 'charcoal anthracite anthrazit antracita',
  coral: 'coral',
  copper: 'copper',
  bronze: 'bronze',
  multicolour: 'multicolour multicolor multicoloured multicolored colourful colorful bunt~ multicor colorid-',
};

/** Also a material, a fruit, a food or a name: a colour only where somebody says so ("in gold", "orange colour"). */
const alsoThings = new Set('orange cream gold silver olive lavender ivory tan charcoal coral copper bronze'.split(' '));

/** Names of things that begin with a colour and are not about it. */
const things: Readonly<Record<string, string>> = {
  red: 'wine wines bull dead meat dwarf lentils onion cross alert pepper',
  green: 'tea teas bean beans card house energy onion pepper lantern',
  black: 'tea teas pepper friday forest ops hole bean beans panther ink toner cartridge magic currant',
  white: 'wine wines tea noise chocolate pepper rice goods bread balance sugar',
  blue: 'ray cheese light tooth yeti whale',
  brown: 'sugar rice bread',
  yellow: 'pages fever cab',
  pink: 'floyd panther lady salt noise',
  purple: 'rain',
  grey: 'goose',
};

const germanEndings = ['', 'e', 'er', 'es', 'en', 'em'];
const romanceEndings = ['o', 'a', 'os', 'as'];

function spellings(name: string): readonly string[] {
  const stem = foldWord(name.slice(0, -1));
  if (name.endsWith('~')) return germanEndings.map((ending) => stem + ending);
  return name.endsWith('-') ? romanceEndings.map((ending) => stem + ending) : [foldWord(name)];
}

const colours: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([colour, words]) =>
    words
      .split(' ')
      .flatMap(spellings)
      .map((word): [string, string] => [word, colour]),
  ),
);

/** English, and long enough that a slip can be told from another word. */
const mendable = Object.keys(names).filter((name) => name.length >= 4 && !alsoThings.has(name));

/** What becomes of a word when two inner letters are swapped, or a vowel or a doubled letter is forgotten: `blcak`, `whte`, `yelow`. */
const slipsOf = (word: string): readonly string[] =>
  [...word].flatMap((letter, at) => {
    const next = word[at + 1] ?? '';
    const swapped = at > 0 && next !== '' ? [word.slice(0, at) + next + letter + word.slice(at + 2)] : [];
    const forgettable = at > 0 && at < word.length - 1 && (/[aeiou]/u.test(letter) || letter === next);
    return forgettable ? [...swapped, word.slice(0, at) + word.slice(at + 1)] : swapped;
  });

const slips: ReadonlyMap<string, string> = new Map(
  mendable.flatMap((colour) => slipsOf(colour).map((slip): [string, string] => [slip, colour])),
);

/** English name of the colour that a folded word names, also misspelt. */
export function colourNamed(word: string): string | null {
  const bare = word.startsWith('ال') ? word.slice(2) : word;
  return colours.get(word) ?? colours.get(bare) ?? slips.get(word) ?? null;
}

/** "gold watch", "orange juice": whether the word alone leaves open that something else is meant. */
export function isAlsoThing(colour: string): boolean {
  return alsoThings.has(colour);
}

/** "green tea", "red wine". */
export function namesThing(colour: string, nextWord: string | undefined): boolean {
  return nextWord !== undefined && things[colour]?.split(' ').includes(nextWord) === true;
}

/** English names. */
export const colourNames: readonly string[] = Object.keys(names);
