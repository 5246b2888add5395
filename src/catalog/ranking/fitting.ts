/** Places of a list that are filled up with what comes nearest, where less meets all of a query. */
const mostFilled = 10;

/** How long a list is of which the first `fitting` meet all of the query, for pages of so many. */
export function filledUp(fitting: number, limit: number): number {
  return Math.max(fitting, Math.min(limit, mostFilled));
}
