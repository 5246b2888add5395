import type { CheckContext, Flow, Step, StepId } from '../../book.ts';
import type { Branch, FlowSource, StepSource } from '../source.ts';
import { compileStep } from './compile-step.ts';
import { compileTriggers } from './compile-triggers.ts';
import { branchId, type Identities, identify } from './identity.ts';
import type { Linking } from './linking.ts';
import type { Vocabulary } from './vocabulary.ts';
import { branchesOf } from './walk.ts';

export function compileFlow(source: FlowSource, vocabulary: Vocabulary, context: CheckContext): Flow {
  const identities = identify(source);
  const steps = new Map<StepId, Step>();
  const linking = createLinking(identities, steps, { vocabulary, context });
  const entry = addSteps(source.steps, null);
  return {
    id: source.id.value,
    about: source.about?.value ?? '',
    triggers: compileTriggers(source.triggers),
    comesBack: source.comesBack,
    entry,
    steps,
    byName: identities.byName,
  };

  function addSteps(list: readonly StepSource[], after: StepId | null): StepId | null {
    let next = after;
    for (const step of list.toReversed()) {
      for (const branch of branchesOf(step)) if (branch.kind === 'steps') addSteps(branch.steps, next);
      const id = identities.ids.get(step) ?? '';
      steps.set(id, compileStep(step, { id, next }, linking));
      next = id;
    }
    return next;
  }
}

function createLinking(
  { ids }: Identities,
  steps: Map<StepId, Step>,
  parts: Pick<Linking, 'vocabulary' | 'context'>,
): Linking {
  const named = new Map([...ids].flatMap(([step, id]) => (step.name ? [[step.name.value, id] as const] : [])));
  return { ...parts, enter, enterStep, target: (name) => named.get(name) ?? null };

  function enter(branch: Branch, next: StepId | null): StepId | null {
    switch (branch.kind) {
      case 'continue':
        return next;
      case 'end':
        return null;
      case 'go-to':
        return named.get(branch.target.value) ?? leave(branch);
      case 'steps':
        return branch.steps[0] ? (ids.get(branch.steps[0]) ?? next) : next;
    }
  }

  function leave(branch: Extract<Branch, { kind: 'go-to' }>): StepId {
    const id = branchId(branch);
    steps.set(id, { kind: 'go-to', id, next: null, needs: [], target: { flow: branch.target.value } });
    return id;
  }

  function enterStep(branch: Branch, next: StepId | null): StepId {
    const id = enter(branch, next);
    if (id !== null) return id;
    const end = branchId({ kind: 'end', at: branch.at });
    steps.set(end, { kind: 'end', id: end, next: null, needs: [] });
    return end;
  }
}
