import type { FlowFile } from '../../src/dialog/files/flow-file.ts';

const greet = `flow: greet
about: Greet a shopper.
starts on:
  - hi
  - hello
  - good morning
steps:
  - say: Hello, welcome to {{ shop.name }}! What are you looking for?
`;

const find = `flow: find
about: Find products by the shopper's own words.
starts on:
  - when: anything else
  - i am looking for {text}
  - do you have {text}
comes back: no
steps:
  - ask: What are you looking for?
    for: text
  - do: catalog.search
    with: { text: "{{ text }}" }
    as: found
    if failed:
      - say: I cannot search the shop just now. Please try again in a moment.
      - end
  - choose: 'I found {{ found.total | plural: "product", "products" }}. Pick one to see more.'
    products: "{{ found.products }}"
    for: product
  - go to: order
`;

const order = `flow: order
about: Show one product, and put it into the cart.
starts on:
  - button: order {product}
steps:
  - choose: |-
      **{{ product.title }}** by {{ product.brand }}
      {{ product.price | money }}{% if product.was %} (before: {{ product.was | money }}){% endif %}
      Would you like it?
    from:
      - Take it: continue
      - Something else: { go to: find }
  - ask: Which size would you like?
    for: size
    type: choice
    choices: [S, M, L]
  - ask: Which colour?
    for: colour
    type: choice
    choices: [Red, Blue, Green]
  - ask: How many would you like?
    for: quantity
    type: quantity
    sorry: A number, please, such as 2.
  - choose: "{{ quantity }} × {{ product.title }}, {{ size }}, {{ colour }}: shall I put that into your cart?"
    from:
      - Yes, please: continue
      - Not now: end
  - do: cart.add
    with: { product: "{{ product.id }}", size: "{{ size }}", colour: "{{ colour }}", quantity: "{{ quantity }}" }
    as: basket
  - if: basket.refused
    then:
      - say: Sorry, I could not put that into your cart.
      - end
  - say: |-
      {{ basket.label }} is in your cart.
      Your cart: {{ basket.count | plural: "piece", "pieces" }}, {{ basket.total | money }}.
  - choose: What next?
    from:
      - Show my cart: { go to: cart }
      - Keep looking: { go to: find }
`;

const cart = `flow: cart
about: Show what is in the cart and what it costs.
starts on:
  - show my cart
  - what is in my cart
steps:
  - do: cart.show
    as: basket
  - say: "Your cart:{% for line in basket.lines %}\\n{{ line.quantity }} × {{ line.label }}: {{ line.total | money }}{% endfor %}\\n**Total: {{ basket.total | money }}**"
`;

const delivery = `flow: delivery
about: What delivery costs and how long it takes.
starts on:
  - how much is delivery
  - how long does delivery take
  - do you deliver on saturday
  - is delivery free
steps:
  - set: { price: { amount: 495, currency: "{{ shop.currency }}" } }
  - say: Delivery costs {{ price | money }} and takes 2 working days, Saturdays included.
`;

const thanks = `flow: thanks
about: Answer a thank-you.
starts on:
  - thanks
  - thank you
steps:
  - say: You are welcome!
`;

export const shoppingFlows: readonly FlowFile[] = Object.entries({ greet, find, order, cart, delivery, thanks }).map(
  ([name, text]) => ({ path: `flows/${name}.yaml`, text }),
);
