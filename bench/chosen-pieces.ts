interface Named {
  /** As it is called on the command line. */
  readonly name: string;
  readonly about: string;
}

/**
 * The pieces that the command line names, all where it names none. Where it asks for help, or names one that is not there, the
 * pieces are told and none is chosen; the process then ends with 1 for a wrong name. `usage`: how the command is called.
 */
export function chosenPieces<Piece extends Named>(pieces: readonly Piece[], usage: string): readonly Piece[] {
  const given = process.argv.slice(2);
  const names = given.filter((word) => !word.startsWith('--'));
  const isKnown = names.every((name) => pieces.some((piece) => piece.name === name));
  if (isKnown && !given.includes('--help'))
    return pieces.filter(({ name }) => names.length === 0 || names.includes(name));
  console.log([usage, ...pieces.map(({ name, about }) => `  ${name.padEnd(12)}${about}`)].join('\n'));
  if (!isKnown) process.exitCode = 1;
  return [];
}
