/** A row of a file as read, before anybody has looked whether it is a product. */
export type Row =
  | { readonly line: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly reason: string };

/** A product as a file describes it, still to be checked. */
export type Draft =
  | { readonly line: number; readonly draft: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly reason: string; readonly id?: string };

/** Longest row that is read, in bytes: longer ones are no products and would fill the memory. */
export const longestRow = 1024 * 1024;
