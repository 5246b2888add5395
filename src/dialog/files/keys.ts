import type { StepKind } from './source.ts';

/** What a key's value may be: read by values.ts, described to editors by flow-json-schema.ts. */
export type ValueKind =
  | 'text'
  | 'slot'
  | 'slot-type'
  | 'name'
  | 'id'
  | 'flow'
  | 'target'
  | 'action'
  | 'condition'
  | 'value'
  | 'values'
  | 'count'
  | 'yes-no'
  | 'branch'
  | 'steps'
  | 'options'
  | 'choices'
  | 'image'
  | 'silence'
  | 'handoff'
  | 'triggers'
  | 'nothing';

export interface KeySpec {
  readonly value: ValueKind;
  /** Shown by editors; plain words. */
  readonly about: string;
  readonly required?: true;
}

export type KeyTable = Readonly<Record<string, KeySpec>>;

const name: KeySpec = { value: 'name', about: 'A name for this step, so that `go to` can lead here.' };

const waiting: KeyTable = {
  sorry: { value: 'text', about: 'Said when the answer is not understood.' },
  attempts: { value: 'count', about: 'How many answers that are not understood are taken. 3 when left out.' },
  otherwise: { value: 'branch', about: 'What happens after the last attempt: steps, `end`, or `{ go to: … }`.' },
  hears: {
    value: 'branch',
    about:
      'Steps that read what is written and is none of the choices, an action first: `with: { text: "{{ said }}" }`.',
  },
  'if silent': { value: 'silence', about: 'What happens when nobody answers: `{ after: 10 minutes, then: [steps] }`.' },
  name,
};

/** The keys of each kind of step. The first is the one that says which kind it is. */
export const stepKeys: Readonly<Record<StepKind, KeyTable>> = {
  say: {
    say: { value: 'text', about: 'A text for the shopper. May hold `{{ … }}`.' },
    image: { value: 'image', about: 'A picture: `{ url: …, alt: what it shows }`.' },
    products: { value: 'value', about: 'Products to show as cards: `"{{ found.products }}"`.' },
    receipt: {
      value: 'value',
      about: 'Lines and totals to show as a receipt: `"{{ bill }}"`, as `orders.invoice` gives it.',
    },
    invoice: { value: 'value', about: 'What is to be paid here, where the channel can: `"{{ payment.invoice }}"`.' },
    name,
  },
  ask: {
    ask: { value: 'text', about: 'The question.', required: true },
    for: { value: 'slot', about: 'The slot that the answer fills.', required: true },
    type: { value: 'slot-type', about: 'What kind of answer it is. `text` when left out.' },
    choices: { value: 'choices', about: 'Suggested answers: a list of labels, or a template that gives one.' },
    'ask again': { value: 'yes-no', about: 'Ask even when the answer is known already. No when left out.' },
    ...waiting,
  },
  choose: {
    choose: { value: 'text', about: 'The question above the options.', required: true },
    from: { value: 'options', about: 'The options: `- label: what happens`.' },
    products: { value: 'value', about: 'Products to pick from: `"{{ found.products }}"`. The picked one fills `for`.' },
    for: { value: 'slot', about: 'The slot that the pick fills.' },
    ...waiting,
  },
  do: {
    do: { value: 'action', about: 'The action to do, e.g. `orders.track`.', required: true },
    with: { value: 'values', about: 'What the action is told: `{ order: "{{ order.id }}" }`.' },
    as: { value: 'slot', about: 'The slot for what the action gives back.' },
    'if failed': { value: 'branch', about: 'What happens when the action breaks down.' },
    name,
  },
  if: {
    if: { value: 'condition', about: 'A condition, e.g. `cart.count > 0`. Without braces.', required: true },
    // biome-ignore lint/suspicious/noThenProperty: the flow language's own word; nobody awaits this table.
    then: { value: 'branch', about: 'What happens when it holds.', required: true },
    else: { value: 'branch', about: 'What happens when it does not.' },
    name,
  },
  set: {
    set: { value: 'values', about: 'Fills slots: `{ size: M }`. `memory.x` outlives the flow.', required: true },
    name,
  },
  run: {
    run: { value: 'flow', about: 'Another flow to run as a part of this one; then this one goes on.', required: true },
    with: { value: 'values', about: 'Slots to fill in the other flow before it begins.' },
    as: { value: 'slot', about: 'The slot for what the other flow collected.' },
    name,
  },
  'go-to': {
    'go to': { value: 'target', about: 'A flow, or a step of this flow by its name.', required: true },
    name,
  },
  handoff: {
    handoff: {
      value: 'handoff',
      about: 'Gives the conversation to a person; the text is said before.',
      required: true,
    },
    name,
  },
  end: {
    end: { value: 'nothing', about: 'Ends the flow.', required: true },
    name,
  },
};

export const flowKeys: KeyTable = {
  flow: { value: 'id', about: 'The name of the flow: small letters, digits and hyphens.', required: true },
  about: { value: 'text', about: 'What the flow is for, in a sentence. The assistant picks flows by this.' },
  'starts on': { value: 'triggers', about: 'What a shopper may write or press to start it.' },
  'comes back': {
    value: 'yes-no',
    about: 'Whether a flow that this one interrupts goes on afterwards. Yes when left out.',
  },
  steps: { value: 'steps', about: 'What happens, from top to bottom.', required: true },
};

export const optionKeys: KeyTable = {
  label: { value: 'text', about: 'What the shopper sees.', required: true },
  id: { value: 'id', about: 'A short name that stays when the label changes.' },
  // biome-ignore lint/suspicious/noThenProperty: the flow language's own word; nobody awaits this table.
  then: { value: 'branch', about: 'What happens when it is picked: steps, `end`, `continue` or `{ go to: … }`.' },
};

export const imageKeys: KeyTable = {
  url: { value: 'text', about: 'Where the picture is.', required: true },
  alt: { value: 'text', about: 'What it shows, for those who do not see it.', required: true },
};

export const silenceKeys: KeyTable = {
  after: { value: 'text', about: 'How long to wait: `10 minutes`, `2 hours`, `1 day`.', required: true },
  // biome-ignore lint/suspicious/noThenProperty: the flow language's own word; nobody awaits this table.
  then: { value: 'branch', about: 'What happens then.', required: true },
};

export const handoffKeys: KeyTable = {
  say: { value: 'text', about: 'Said before the person comes.' },
  reason: { value: 'text', about: 'For the person who takes over; the shopper does not see it.' },
};

export const goToKeys: KeyTable = {
  'go to': { value: 'target', about: 'A flow, or a step of this flow by its name.', required: true },
};

/** In which order a step's kind is looked for: `choose` has `products` too, so the keys that `say` shares come last. */
export const kindKeys: readonly (readonly [string, StepKind])[] = [
  ['ask', 'ask'],
  ['choose', 'choose'],
  ['do', 'do'],
  ['if', 'if'],
  ['set', 'set'],
  ['run', 'run'],
  ['go to', 'go-to'],
  ['handoff', 'handoff'],
  ['end', 'end'],
  ['say', 'say'],
  ['image', 'say'],
  ['products', 'say'],
  ['receipt', 'say'],
  ['invoice', 'say'],
];
