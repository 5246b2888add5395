import { describe, expect, it, onTestFinished } from 'vitest';
import { activity, chat } from '../channels/teams-setup.ts';
import { type FakeTeams, type SentActivity, startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { pressFor, shownOf } from '../fakes/teams/shown.ts';
import type { Environment } from './own-process.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A turn on a busy machine, with what Teams makes it wait. */
const longest = 30_000;

interface Shopper {
  /** The shop's status for an activity of theirs. */
  posts(instead: object, authorization?: string): Promise<number>;
  hears(words: string): Promise<SentActivity>;
  presses(label: string): Promise<number>;
  leadTo(shop: ShopProcess): void;
}

async function openTeams(): Promise<{ readonly fake: FakeTeams; readonly environment: Environment }> {
  const fake = await startFakeTeams();
  onTestFinished(fake.close);
  const { app, keysUrl, loginUrl } = fake;
  const environment = {
    PARLEY_DATA: await temporaryFolder(),
    PARLEY_PUBLIC_URL: 'https://shop.example',
    TEAMS_APP_ID: app.id,
    TEAMS_APP_PASSWORD: app.password,
    TEAMS_TENANT_ID: app.tenantId,
    TEAMS_KEYS_URL: keysUrl,
    TEAMS_LOGIN_URL: loginUrl,
  };
  return { fake, environment };
}

function shopper(fake: FakeTeams, conversation = chat): Shopper {
  let address = '';
  let heard = 0;
  let messages = 0;
  const sent = () => fake.sent(conversation);
  const post = async (instead: object, authorization = fake.authorization()): Promise<number> => {
    messages += 1;
    // In English, though the sample activity is a German's.
    const entities = [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' }];
    const conversationOf = { conversationType: 'personal', id: conversation };
    const own = { id: `${conversation}-${messages}`, conversation: conversationOf, entities };
    const body = JSON.stringify(activity(fake, { ...own, ...instead }));
    const headers = { 'content-type': 'application/json', authorization };
    return (await fetch(`${address}/webhooks/teams`, { method: 'POST', headers, body })).status;
  };
  return {
    posts: post,
    async hears(words) {
      const found = await fake
        .until(() => {
          const index = sent().findIndex((each, at) => at >= heard && shownOf(each.activity).words.includes(words));
          return index < 0 ? null : { each: sent()[index], index };
        }, longest)
        .catch(() => null);
      if (!found?.each)
        throw new Error(`“${words}” was not said, but: ${sent().map((each) => shownOf(each.activity).words)}`);
      heard = found.index + 1;
      return found.each;
    },
    async presses(label) {
      const press = sent()
        .toReversed()
        .map((each) => pressFor(each.activity, label))
        .find((found) => found !== null);
      if (!press) throw new Error(`There is no button “${label}”`);
      return post({ value: press.data });
    },
    leadTo: (shop) => {
      address = shop.address;
    },
  };
}

async function started(environment: Environment, ...people: readonly Shopper[]): Promise<ShopProcess> {
  const shop = await startShop(environment);
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  for (const person of people) person.leadTo(shop);
  return shop;
}

describe('the demo shop on Teams', () => {
  it('sells a coat to who is signed for, greets once, and goes on after a kill where Teams was out', async () => {
    const { fake, environment } = await openTeams();
    const anna = shopper(fake);
    const first = await started(environment, anna);
    expect(await anna.posts({ text: 'free coats' }, fake.authorization({ aud: 'another-bot' }))).toBe(401);
    expect(await anna.posts({ type: 'installationUpdate', action: 'add' })).toBe(200);
    expect(await anna.posts({ type: 'installationUpdate', action: 'add' })).toBe(200);
    await anna.hears('welcome to Parley Demo Shop');
    expect(await anna.posts({ text: 'a warm winter coat under 200' })).toBe(200);
    await anna.hears('Pick one to see more.');

    fake.fail({ status: 429, retryAfter: '1' });
    await anna.presses('View');
    await anna.hears('Would you like it?');
    await anna.presses('Add to cart');
    await anna.hears('is in your cart.');

    fake.fail({ status: 502 }, { times: 1000 });
    const before = fake.calls();
    expect(await anna.posts({ text: 'show my cart' })).toBe(200);
    await fake.until(() => fake.calls() > before, longest);
    await first.kill('SIGKILL');
    fake.mend();
    // Nobody has written to the new process: how she is reached is known from before.
    const second = await started(environment, anna);
    await anna.hears('Your cart');
    const greetings = fake.sent().filter((each) => shownOf(each.activity).words.includes('welcome to'));
    expect(greetings).toHaveLength(1);
    expect(fake.refusals()).toEqual([]);
    expect(await second.kill('SIGTERM')).toBe(0);
  }, 90_000);

  it('goes on with everybody else when somebody has removed it, and with them when they are back', async () => {
    const { fake, environment } = await openTeams();
    const [anna, ben] = [shopper(fake), shopper(fake, 'a:2_bens-chat')];
    await started(environment, anna, ben);
    fake.fail({ status: 403, code: 'BotNotInConversationRoster' }, { conversation: chat });
    expect(await anna.posts({ text: 'red shoes' })).toBe(200);
    expect(await anna.posts({ type: 'installationUpdate', action: 'remove' })).toBe(200);
    expect(await ben.posts({ text: 'a tent' })).toBe(200);
    await ben.hears('Pick one to see more.');
    expect(await anna.posts({ text: 'a tent' })).toBe(200);
    await anna.hears('Pick one to see more.');
  });
});
