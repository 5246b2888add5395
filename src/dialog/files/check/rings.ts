interface Visit {
  readonly index: number;
  low: number;
  onStack: boolean;
}

/**
 * The groups of nodes that lead back to themselves (Tarjan's strongly connected components), each in the order given.
 * Without recursion: a flow may be long.
 */
export function rings(
  nodes: readonly string[],
  leadsTo: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const visits = new Map<string, Visit>();
  const stack: string[] = [];
  const found: (readonly string[])[] = [];
  const order = new Map(nodes.map((node, index) => [node, index]));
  for (const node of nodes) if (!visits.has(node)) visitFrom(node);
  return found;

  function visitFrom(root: string): void {
    const work = [{ node: root, next: leadsTo(root).filter((to) => order.has(to)), visit: enter(root) }];
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const to = top.next.pop();
      if (to === undefined) {
        work.pop();
        leave(top.node, top.visit);
        const above = work.at(-1);
        if (above) above.visit.low = Math.min(above.visit.low, top.visit.low);
      } else {
        const known = visits.get(to);
        if (!known) work.push({ node: to, next: leadsTo(to).filter((after) => order.has(after)), visit: enter(to) });
        else if (known.onStack) top.visit.low = Math.min(top.visit.low, known.index);
      }
    }
  }

  function enter(node: string): Visit {
    const visit = { index: visits.size, low: visits.size, onStack: true };
    visits.set(node, visit);
    stack.push(node);
    return visit;
  }

  function leave(node: string, visit: Visit): void {
    if (visit.low !== visit.index) return;
    const ring = stack.splice(stack.lastIndexOf(node));
    for (const member of ring) {
      const known = visits.get(member);
      if (known) known.onStack = false;
    }
    if (ring.length > 1 || leadsTo(node).includes(node)) {
      found.push(ring.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)));
    }
  }
}
