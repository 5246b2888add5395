import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'undici';
import { z } from 'zod';
import { packageFolder } from '../../../src/config/package-folder.ts';
import { createWatch, type Watch } from '../telegram/watch.ts';

export interface Playground extends Pick<Watch, 'until'> {
  /** Its page, and its own HTTP interface. */
  readonly url: string;
  readonly personalChat: string;
  readonly groupChat: string;
  /** What the bot has posted, as the page shows it now, oldest first; of one conversation when it is named. */
  shown(conversation?: string): readonly PostedMessage[];
  /** The app is installed in this chat. */
  installs(conversation: string): Promise<void>;
  says(conversation: string, text: string): Promise<void>;
  /** As somebody writes `@Bot text` in a group. */
  mentions(conversation: string, text: string): Promise<void>;
  /** Presses a button of a card. */
  submits(conversation: string, press: { readonly message: string; readonly data: object }): Promise<void>;
  close(): Promise<void>;
}

const posted = z.looseObject({
  messageId: z.string(),
  from: z.looseObject({ id: z.string() }),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
});

export type PostedMessage = z.infer<typeof posted> & { readonly conversation: string };

const streamed = z.looseObject({ action: z.string(), actionConversationId: z.string(), message: posted });

const configured = z.looseObject({
  config: z.looseObject({
    bot: z.looseObject({ id: z.string(), name: z.string() }),
    currentUser: z.looseObject({ id: z.string() }),
    personalChat: z.looseObject({ id: z.string() }),
    groupChats: z.array(z.looseObject({ id: z.string() })).min(1),
  }),
});

type Known = z.infer<typeof configured>['config'];

const require = createRequire(import.meta.url);
const command = require.resolve('@microsoft/m365agentsplayground/cli.js');
// By the package's folder, so that it is found from what is built, too.
const loopback = join(packageFolder(), 'test/fakes/teams/loopback.cjs');

/**
 * Microsoft's own playground for Teams bots, in a process that reaches nothing but this machine and tells nobody of it. It posts to
 * `endpoint` as Teams does, but signs nothing.
 */
export async function startPlayground(endpoint: string): Promise<Playground> {
  const { url, stop } = await startProcess(endpoint);
  const known = configured.parse(await (await fetch(`${url}/_internal/v1/config`)).json()).config;
  const watch = createWatch();
  const messages: PostedMessage[] = [];
  const socket = await openStream(url, (data) => {
    take(messages, data, known);
    watch.look();
  });
  return {
    ...{ url, personalChat: known.personalChat.id, groupChat: known.groupChats[0]?.id ?? '', until: watch.until },
    shown: (conversation) =>
      messages.filter((each) => conversation === undefined || each.conversation === conversation),
    ...shopper(url, known),
    close: async () => {
      socket.close();
      await stop();
    },
  };
}

async function startProcess(endpoint: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { PATH = '', HOME = '' } = process.env;
  const quiet = { APPLICATION_INSIGHTS_NO_STATSBEAT: '1', TEAMSAPPTESTER_BROWSER: 'none' };
  const args = ['--require', loopback, command, '-e', endpoint, '-c', 'msteams', '-p', `${await freePort()}`, '--dt'];
  // It keeps a log where it is started.
  const cwd = await mkdtemp(join(tmpdir(), 'parley-playground-'));
  const env = { PATH, HOME, ...quiet };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer): void => {
      said += piece.toString('utf8');
      const found = /Listening on (\d+)/u.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`The playground did not start: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
    await rm(cwd, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function openStream(url: string, heard: (data: string) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.addEventListener('message', ({ data }) => heard(String(data)));
  await once(socket as never, 'open');
  return socket;
}

function take(messages: PostedMessage[], data: string, { bot }: Known): void {
  const read = streamed.safeParse(JSON.parse(data));
  if (!read.success || read.data.message.from.id !== bot.id) return;
  const message = { ...read.data.message, conversation: read.data.actionConversationId };
  const at = messages.findIndex(({ messageId }) => messageId === message.messageId);
  if (at < 0) messages.push(message);
  else messages[at] = message;
}

function shopper(url: string, { bot, currentUser }: Known) {
  const from = { id: currentUser.id };
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The playground answered ${answer.status} to ${path}: ${await answer.text()}`);
  };
  const message = (conversation: string, body: object) =>
    post(`/_conversation/v1/conversations/${conversation}/messages`, {
      type: 'text',
      from,
      textFormat: 'plain',
      ...body,
    });
  return {
    installs: (conversation: string) => post(`/_debug/conversation/${conversation}/installation`, {}),
    says: (conversation: string, text: string) => message(conversation, { text }),
    mentions: (conversation: string, text: string) => {
      const name = `<at>${bot.name}</at>`;
      const mention = { type: 'mention', text: name, mentioned: { id: bot.id, name: bot.name } };
      return message(conversation, { text: `${name} ${text}`, mentions: [mention], entities: [mention] });
    },
    submits: (conversation: string, press: { readonly message: string; readonly data: object }) =>
      post('/_conversation/v1/submit', {
        conversation: { id: conversation },
        replyToId: press.message,
        value: press.data,
        from,
      }),
  };
}
