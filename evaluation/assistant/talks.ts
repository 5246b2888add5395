import { looksUp, says } from '../../test/assistant/adversarial/case.ts';
import type { Served } from '../../test/fakes/model-server.ts';

/** One message of a shopper, and what a good model makes of it; nothing where it ought not to be asked. */
export interface Exchange {
  readonly asks: string;
  readonly model: readonly Served[];
}

const start = (flow: string): object => ({ command: 'start-flow', flow, slots: [] });

/** Conversations as they should go: looking up, answering, proposing a flow, and small talk; in between flows and pages answer. */
export const talks: readonly (readonly Exchange[])[] = [
  [
    { asks: 'hi', model: [] },
    {
      asks: 'do you think the blue mug is good value',
      model: [looksUp('blue stoneware mug'), says('{{p1.title}} costs {{p1.price}}.')],
    },
    {
      asks: 'would you take the red one instead',
      model: [looksUp('red travel mug'), says('{{p1.title}} is {{p1.price}} and {{p1.stock}}.')],
    },
    { asks: 'add the blue stoneware mug to my cart', model: [] },
    { asks: 'how long does delivery take', model: [] },
  ],
  [
    {
      asks: 'i wonder what my aunt would like for her tea',
      model: [looksUp('teapot'), says('How about {{p1.title}}? It costs {{p1.price}}.')],
    },
    {
      asks: 'do you think clay is better than glass',
      model: [looksUp('stoneware'), says('{{p1.title}} is made of stoneware.')],
    },
    {
      asks: 'do you think i should sleep on it',
      model: [says('That is a good idea. I am here when you want to go on.')],
    },
    { asks: 'thanks', model: [] },
  ],
  [
    { asks: 'show me mugs', model: [] },
    { asks: 'do you think that is all there is', model: [looksUp('mug'), says('Shall I show you {{p1.title}}?')] },
    { asks: 'i fancy looking at what lies in there to be bought', model: [says('', [start('cart')])] },
    { asks: 'how can i pay', model: [] },
    {
      asks: 'do you think you are having a good day',
      model: [says('I am fine, thank you! What are you looking for?')],
    },
  ],
  [
    {
      asks: 'do you think it will rain on me',
      model: [says('I do not know that, sorry. Can I help you in the shop?')],
    },
    {
      asks: 'would you take the kettle or the teapot',
      model: [
        looksUp('steel whistling kettle'),
        looksUp('glass teapot'),
        says('{{p1.title}} costs {{p1.price}}, and {{p2.title}} costs {{p2.price}}.'),
      ],
    },
    {
      asks: 'do you think the teapot is the wiser buy for me',
      model: [looksUp('glass teapot'), says('{{p1.title}} costs {{p1.price}}.')],
    },
    { asks: 'add the glass teapot to my cart', model: [] },
    { asks: 'what is your return policy', model: [] },
  ],
];
