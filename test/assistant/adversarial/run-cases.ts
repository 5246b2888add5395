import type { Book } from '../../../src/dialog/book.ts';
import { openWorld, type World } from './open-world.ts';

/** Does a thing with each, in a few worlds side by side; what came of them, in their order. */
export async function inWorlds<Given, Result>(
  book: Book,
  all: readonly Given[],
  each: (world: World, given: Given) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const next = all.entries();
  const work = async (): Promise<void> => {
    const world = await openWorld(book);
    try {
      for (const [index, given] of next) results.set(index, await each(world, given));
    } finally {
      await world.close();
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return all.flatMap((_, index) => results.get(index) ?? []);
}

const sideBySide = 6;
