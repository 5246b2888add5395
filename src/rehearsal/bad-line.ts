/** A line of a test that cannot be read, in words for the merchant; lines count from 1. */
export class BadLine extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
