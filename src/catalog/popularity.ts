/**
 * How well a product does in this shop, by its id: a whole number, more is better, 0 where nothing is known. It only decides between
 * products that answer a query equally well.
 */
export type Popularity = (product: string) => number;

export const unknownPopularity: Popularity = () => 0;
