/**
 * Which of the wishes names the thing itself: the one that most candidates are by kind or by the end of a part of their title ("shoes" of
 * "red shoes"); of equal ones the last. `null` where none of them is a thing. No order of words is assumed: "zapatos rojos" ends in a colour.
 */
export function thingAskedFor(things: readonly number[]): number | null {
  const most = Math.max(...things);
  return most > 0 ? things.lastIndexOf(most) : null;
}
