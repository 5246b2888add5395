/**
 * What a trade that sells these waits in line for (`Action.holds`): the products, for every change of what can be sold of a SKU
 * writes its product, too.
 */
export function stockHolds(lines: readonly { readonly product: string }[]): readonly string[] {
  return [...new Set(lines.map(({ product }) => `product/${product}`))];
}
