export interface Turn {
  readonly conversation: string;
  readonly id: string;
}

/** Sees to it that every line gets one turn-end, after its answers, whether the line was new or had been heard before. */
export interface TurnEnds {
  /** A line has been read. */
  asked(turn: Turn): void;
  /** Everything about its event has been delivered. */
  answered(turn: Turn): void;
  /** The line is done with. */
  done(turn: Turn): void;
}

interface Lines {
  /** Lines that have no turn-end yet. */
  readonly owed: number;
  readonly underWay: number;
}

export function createTurnEnds(put: (turn: Turn) => void): TurnEnds {
  const open = new Map<string, Lines>();
  const linesOf = (turn: Turn): Lines => open.get(keyOf(turn)) ?? { owed: 0, underWay: 0 };
  const pay = (turn: Turn, lines: Lines): void => {
    open.set(keyOf(turn), { ...lines, owed: lines.owed - 1 });
    put(turn);
  };
  return {
    asked(turn) {
      const { owed, underWay } = linesOf(turn);
      open.set(keyOf(turn), { owed: owed + 1, underWay: underWay + 1 });
    },
    answered(turn) {
      const lines = linesOf(turn);
      if (lines.owed > 0) pay(turn, lines);
    },
    done(turn) {
      const lines = { ...linesOf(turn), underWay: linesOf(turn).underWay - 1 };
      open.set(keyOf(turn), lines);
      if (lines.owed > lines.underWay) pay(turn, lines);
      if (lines.underWay === 0) open.delete(keyOf(turn));
    },
  };
}

function keyOf({ conversation, id }: Turn): string {
  return JSON.stringify([conversation, id]);
}
