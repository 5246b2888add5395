import { foldPhrase } from './wish-word.ts';

/** English name → how the material is called in German, Spanish, Portuguese, Hindi and Arabic. */
const names: Readonly<Record<string, string>> = {
  leather: 'leather|leder|cuero|piel|couro|चमड़ा|चमड़े|جلد|جلدي',
  wool: 'wool|woollen|woolen|wolle|lana|lã|ऊन|ऊनी|صوف',
  cotton: 'cotton|baumwolle|algodón|algodão|सूती|कपास|قطن',
  silk: 'silk|seide|seda|रेशम|حرير',
  linen: 'linen|leinen|lino|linho|कतान|كتان',
  wood: 'wood|wooden|holz|madera|madeira|लकड़ी|خشب|خشبي',
  plastic: 'plastic|plastik|kunststoff|plástico|प्लास्टिक|بلاستيك',
  glass: 'glass|glas|vidrio|cristal|vidro|कांच|زجاج',
  metal: 'metal|metall|metálico|धातु|معدن',
  steel: 'steel|stahl|acero|aço|इस्पात|فولاذ',
  'stainless steel': 'stainless steel|edelstahl|acero inoxidable|aço inoxidável',
  polyester: 'polyester|poliéster|بوليستر',
  nylon: 'nylon|نايلون',
  fur: 'fur|pelz|pele',
  suede: 'suede|wildleder|gamuza|camurça',
  denim: 'denim|mezclilla',
  velvet: 'velvet|samt|terciopelo|veludo',
  ceramic: 'ceramic|keramik|cerámica|cerâmica',
  rubber: 'rubber|gummi|goma|borracha',
  bamboo: 'bamboo|bambus|bambú|bambu',
  cashmere: 'cashmere|kaschmir|cachemira',
  aluminium: 'aluminium|aluminum|aluminio|alumínio',
  latex: 'latex',
  acrylic: 'acrylic|acryl',
};

const materials: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([name, said]) =>
    said.split('|').map((one): [string, string] => [foldPhrase(one), name]),
  ),
);

/** English name of the material that a folded phrase names. */
export function materialNamed(phrase: string): string | null {
  return materials.get(phrase) ?? null;
}

/** English names. */
export const materialNames: readonly string[] = Object.keys(names);
