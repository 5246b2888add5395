import type { FieldMapping } from './mapping.ts';

type Names = Readonly<Record<string, readonly string[]>>;

/** Field → names of columns that need no mapping, the best first; in lower case, without spaces, `_` and `-`. */
const usualColumns: Names = {
  id: ['id', 'productid', 'handle'],
  title: ['title', 'name', 'productname', 'producttitle', 'product'],
  description: ['description', 'bodyhtml', 'body', 'text'],
  brand: ['brand', 'vendor', 'manufacturer'],
  category: ['category', 'categories', 'producttype'],
  tags: ['tags'],
  images: ['image', 'picture', 'imageurl', 'images', 'pictures', 'imageurls'],
  sku: ['sku', 'articlenumber'],
  price: ['price'],
  was: ['was', 'wasprice', 'compareatprice', 'listprice', 'originalprice', 'oldprice', 'regularprice'],
  currency: ['currency'],
  stock: ['stock', 'currentstock', 'qty', 'quantity', 'inventory', 'inventoryquantity', 'stockquantity'],
  available: ['available', 'instock', 'isinstock'],
};

/** In a sheet, rows of one handle are variants, and must not each become a product by their SKU; a line of JSON is a product. */
const recordColumns: Names = { ...usualColumns, id: ['id', 'productid', 'sku', 'handle'] };

const variantColumns: Names = {
  sku: ['sku', 'itemid', 'id', 'variantid', 'articlenumber'],
  price: usualColumns['price'] ?? [],
  was: usualColumns['was'] ?? [],
  currency: ['currency'],
  stock: usualColumns['stock'] ?? [],
  available: usualColumns['available'] ?? [],
  images: [...(usualColumns['images'] ?? []), 'featuredimage'],
};

/** Where a column stands for one value, the next best is asked when the best is empty; these hold many values, or parts of one. */
const oneColumn: ReadonlySet<string> = new Set(['category', 'tags']);

export const guessSheet = createGuess(usualColumns);
export const guessRecord = createGuess(recordColumns);
export const guessVariant = createGuess(variantColumns);

/** How a name is compared: `Product ID`, `product_id` and `productId` are one. */
export function bareName(column: string): string {
  return column.toLowerCase().replace(/[\s_-]+/g, '');
}

export function isUsualForVariants(column: string): boolean {
  const name = bareName(column);
  return Object.values(variantColumns).some((names) => names.includes(name));
}

const mostRemembered = 100;

/** Rows of a file mostly have the same columns: what they mean is found out once. */
function createGuess(names: Names): (columns: readonly string[]) => FieldMapping {
  const known = new Map<string, FieldMapping>();
  return (columns) => {
    const key = columns.join('\n');
    const found = known.get(key) ?? guess(columns, names);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, found);
    return found;
  };
}

function guess(columns: readonly string[], names: Names): FieldMapping {
  const byName = new Map([...columns].reverse().map((column) => [bareName(column), column]));
  const fields = Object.entries(names).map(([field, usual]) => {
    const found = usual.flatMap((name) => byName.get(name) ?? []);
    return [field, oneColumn.has(field) ? found.slice(0, 1) : found] as const;
  });
  const guessed = Object.fromEntries(fields.filter(([, found]) => found.length > 0));
  const thumbnail = byName.get('thumbnail');
  return guessed['images'] || thumbnail === undefined ? guessed : { ...guessed, images: [thumbnail] };
}
