/**
 * Choice ids. A step's own choice is `{turn in which it was asked, base 36}.{option}`; one that means the same everywhere is
 * `{button}` or `{button}:{value}`, as flows start on it. The engine's own begin with `parley:`.
 */
export function stepChoice(asked: number, option: string): string {
  return `${asked.toString(36)}.${option}`;
}

export interface StepChoice {
  readonly asked: number;
  readonly option: string;
}

export function readStepChoice(id: string): StepChoice | null {
  const match = /^([0-9a-z]{1,8})\.(.+)$/su.exec(id);
  return match ? { asked: Number.parseInt(match[1] ?? '', 36), option: match[2] ?? '' } : null;
}

export function globalChoice(button: string): (value: string) => string {
  return (value) => `${button}:${value}`;
}

export interface GlobalChoice {
  readonly button: string;
  readonly value: string | null;
}

export function readGlobalChoice(id: string): GlobalChoice {
  const colon = id.indexOf(':');
  return colon < 0 ? { button: id, value: null } : { button: id.slice(0, colon), value: id.slice(colon + 1) };
}

/** Starts the flow of that name: what the engine offers when two flows could be meant. */
export const startFlowButton = 'parley';

/** Shows one product: what a product's card presses. The shop's flows say what comes of it. */
export const viewProductButton = 'view';
