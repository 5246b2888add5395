import type { Book, Step, StepId } from '../dialog/book.ts';

/** Actions that keep something and yet change nothing of the shopper's. */
const harmless: ReadonlySet<string> = new Set(['delivery.remember', 'questions.note']);

/** Whether it can change something at all, whatever the shopper answers on the way. */
export function changesAnything(book: Pick<Book, 'flows'>, flow: string): boolean {
  const seen = new Set<string>();
  const enter = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const steps = [...(book.flows.get(id)?.steps.values() ?? [])];
    return steps.some(changes) || steps.flatMap(leadsTo).some(enter);
  };
  return enter(flow);
}

function leadsTo(step: Step): readonly string[] {
  if (step.kind === 'run') return [step.flow];
  return step.kind === 'go-to' && 'flow' in step.target ? [step.target.flow] : [];
}

function changes(step: Step): boolean {
  return step.kind === 'do' && !step.reads && !harmless.has(step.action);
}

/**
 * Whether a flow that is started with these slots can change something (a cart, an order, a consent) before the shopper has answered
 * anything. It looks at all branches, since nobody knows which one is taken.
 */
export function changesAtOnce(book: Pick<Book, 'flows'>, flow: string, given: readonly string[]): boolean {
  const seen = new Set<string>();
  const known = new Set(given);
  const enter = (id: string): boolean => walk(id, book.flows.get(id)?.entry ?? null);
  return enter(flow);

  function walk(id: string, at: StepId | null): boolean {
    const step = at === null ? undefined : book.flows.get(id)?.steps.get(at);
    const place = `${id}/${at}`;
    if (step === undefined || seen.has(place)) return false;
    seen.add(place);
    if (step.kind === 'set') for (const [name] of step.values) known.add(name);
    return changes(step) || ways(id, step);
  }

  function ways(id: string, step: Step): boolean {
    const on = (next: StepId | null): boolean => walk(id, next);
    switch (step.kind) {
      case 'choose':
      case 'handoff':
      case 'end':
        return false;
      case 'ask':
        return step.type !== 'yes-no' && known.has(step.slot) && on(step.next);
      case 'if':
        return [step.then, step.else, step.next].some(on);
      case 'do':
        return [step.next, step.failed].some(on);
      case 'run':
        return enter(step.flow) || on(step.next);
      case 'go-to':
        return 'flow' in step.target ? enter(step.target.flow) : on(step.target.step);
      case 'say':
      case 'set':
        return on(step.next);
    }
  }
}
