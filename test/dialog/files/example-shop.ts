import { capabilitiesOf } from '../../../src/channel/limits/capabilities-of.ts';
import type { ActionShape, CheckContext } from '../../../src/dialog/book.ts';
import type { FlowFile } from '../../../src/dialog/files/flow-file.ts';

/** A small shop whose files are right: what the tests break, one thing at a time. */
const orderStatus = `flow: order-status
about: Tell a shopper where an order is.
starts on:
  - where is my order
  - track my parcel {order}
  - word: tracking
  - pattern: '^order (?<order>\\d+)$'
  - button: track {order}
steps:
  - ask: Which order? Send its number, or pick one.
    for: order
    type: order
    choices: "{{ customer.recent_orders }}"
    sorry: I can't find that order. It looks like 10234.
    attempts: 3
    otherwise:
      - say: Let me get somebody.
      - go to: people
    if silent: { after: 10 minutes, then: end }
  - do: orders.track
    with: { order: "{{ order.id }}" }
    as: parcel
    if failed: { go to: people }
  - if: parcel.delivered
    then:
      - say: 'It was delivered on {{ parcel.delivered_at | date: "%-d %B" }}.'
    else:
      - say: It is **{{ parcel.status }}**.
  - choose: Anything else?
    name: more
    from:
      - Talk to a person: { go to: people }
      - Another order: { go to: order-status }
      - No, thanks: end
`;

const people = `flow: people
about: Bring a person into the conversation.
starts on:
  - talk to a person
steps:
  - handoff: A person will be with you shortly.
`;

const welcome = `flow: welcome
about: Greet a shopper.
starts on:
  - when: first message
  - hello
steps:
  - say: Hello {{ customer.name }}, this is {{ shop.name }}.
  - run: find
    with: { text: "" }
    as: found_by
`;

const find = `flow: find
about: Find a product by words.
starts on:
  - when: anything else
steps:
  - do: catalog.search
    with: { query: "{{ text }}", limit: 5 }
    as: found
  - if: found.total > 0
    then:
      - choose: 'I found {{ found.total | plural: "thing", "things" }}.'
        products: "{{ found.products }}"
        for: picked
        from:
          - None of these: end
          - label: Cheaper ones
            id: cheaper
            then: continue
      - set: { memory.last: "{{ picked }}" }
      - say: Good choice.
        products: "{{ found.products }}"
    else:
      - say: I found nothing for that.
`;

export const exampleFlows: readonly FlowFile[] = [
  { path: 'flows/order-status.yaml', text: orderStatus },
  { path: 'flows/people.yaml', text: people },
  { path: 'flows/welcome.yaml', text: welcome },
  { path: 'flows/find.yaml', text: find },
];

const product = {
  type: 'object',
  properties: { id: { type: 'string' }, title: { type: 'string' }, in_stock: { type: 'boolean' } },
  required: ['id', 'title', 'in_stock'],
  additionalProperties: false,
} as const;

const shapes: readonly ActionShape[] = [
  {
    name: 'orders.track',
    about: 'Where an order is.',
    input: {
      type: 'object',
      properties: { order: { type: 'string' } },
      required: ['order'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: { status: { type: 'string' }, delivered: { type: 'boolean' }, delivered_at: { type: 'string' } },
      additionalProperties: false,
    },
    callers: ['flow'],
    reads: true,
  },
  {
    name: 'catalog.search',
    about: 'Finds products.',
    input: {
      type: 'object',
      properties: { query: { type: 'string' }, limit: { type: 'integer', minimum: 1, maximum: 20 } },
      required: ['query'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: { total: { type: 'integer' }, products: { type: 'array', items: product } },
      required: ['total', 'products'],
      additionalProperties: false,
    },
    callers: ['flow', 'assistant'],
    reads: true,
  },
  {
    name: 'assistant.recall',
    about: 'For the assistant alone.',
    input: { type: 'object', properties: {} },
    output: { type: 'object', properties: {} },
    callers: ['assistant'],
    reads: true,
  },
];

export const exampleContext: CheckContext = {
  shop: { name: 'Corner Shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'America/New_York' },
  actions: new Map(shapes.map((shape) => [shape.name, shape])),
  channels: [{ name: 'WhatsApp Cloud', capabilities: capabilitiesOf['whatsapp-cloud'] }],
};
