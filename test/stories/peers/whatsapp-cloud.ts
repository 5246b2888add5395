import type { RawRequest } from '../../../src/channel/adapter.ts';
import { type FakeWhatsapp, startFakeWhatsapp } from '../../fakes/whatsapp-cloud/fake-whatsapp.ts';
import type { Seen } from '../../fakes/whatsapp-cloud/screen.ts';
import type { Person } from '../../fakes/whatsapp-cloud/webhook.ts';
import type { Environment } from '../own-process.ts';
import type { ChannelPeer } from './channel-peer.ts';

export const verifyToken = 'words-of-our-own-for-meta';

/** What a shop process is started with to be connected to this fake. */
export function environmentFor(fake: FakeWhatsapp): Environment {
  return {
    WHATSAPP_CLOUD_TOKEN: fake.token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: fake.phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: fake.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
    WHATSAPP_CLOUD_API_ROOT: fake.apiRoot,
  };
}

export interface WhatsappCloudPeer extends ChannelPeer {
  readonly fake: FakeWhatsapp;
  /** What the platform posts, again and again until the shop takes it, as Meta does. */
  posts(request: RawRequest): Promise<void>;
}

/** Somebody on WhatsApp who has taken a username: the shop knows no number of theirs. */
const anna: Person = { scoped: 'US.13491208655302741918', name: 'Anna' };
const annasId = anna.scoped ?? '';

export async function openWhatsappCloudPeer(_options: { readonly data: string }): Promise<WhatsappCloudPeer> {
  const fake = await startFakeWhatsapp();
  let shop = '';
  let last: RawRequest | null = null;
  let messages = 0;
  const posts = (request: RawRequest) => post(shop, request);
  const sends = async (message: object): Promise<void> => {
    messages += 1;
    last = fake.message(anna, `wamid.in${messages}`, message);
    await posts(last);
  };
  const says = (body: string) => sends({ type: 'text', text: { body } });
  return {
    fake,
    posts,
    environment: environmentFor(fake),
    connect: async (address) => {
      shop = address;
      await confirmAddress(shop);
    },
    says,
    picks: async (label) => {
      const picked = pickFrom(fake.screen(annasId), label);
      if ('number' in picked) return says(picked.number);
      const { id, label: title, isRow } = picked;
      const type = isRow ? 'list_reply' : 'button_reply';
      await sends({ type: 'interactive', interactive: { type, [type]: { id, title } } });
    },
    again: async () => {
      if (last) await posts(last);
    },
    takesNoKey: true,
    seen: async () => fake.screen(annasId).map(({ words }) => words),
    close: fake.close,
  };
}

/** Meta asks for the challenge when the address is set. */
async function confirmAddress(shop: string): Promise<void> {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': verifyToken,
  });
  const answer = await fetch(`${shop}/webhooks/whatsapp-cloud?${query}`);
  if ((await answer.text()) !== '1158201444')
    throw new Error(`the shop does not answer the challenge: ${answer.status}`);
}

async function post(shop: string, { url, headers, body }: RawRequest): Promise<void> {
  const init = { method: 'POST', headers: headers as Record<string, string>, body: Uint8Array.from(body) };
  const { status } = await fetch(`${shop}${url}`, init);
  if (status !== 200) throw new Error(`the shop did not take it: ${status}`);
}

type Picked = { readonly id: string; readonly label: string; readonly isRow: boolean } | { readonly number: string };

/** A button or row bears the label, its beginning, or a number before it; else the words tell its number. */
function pickFrom(screen: readonly Seen[], label: string): Picked {
  const shown = screen.flatMap(({ choices }) => choices.map((choice) => ({ ...choice, isRow: choices.length > 3 })));
  const found =
    shown.findLast((choice) => bare(choice.label) === label) ??
    shown.findLast((choice) => isBeginningOf(bare(choice.label), label));
  if (found) return found;
  const numbered = screen.flatMap(({ words }) => [...words.matchAll(/^(\d+)\. (.*)$/gmu)]);
  const number = numbered.findLast(([, , words]) => words?.startsWith(label))?.[1];
  if (number === undefined)
    throw new Error(`“${label}” is not shown, but: ${screen.map(({ words }) => words).join('\n')}`);
  return { number };
}

function bare(label: string): string {
  return label.replace(/^\d+\. /u, '');
}

function isBeginningOf(shown: string, label: string): boolean {
  return shown.startsWith(label) || (shown.endsWith('…') && label.startsWith(shown.slice(0, -1)));
}
