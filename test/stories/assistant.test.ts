import { describe, expect, it, onTestFinished } from 'vitest';
import { says, searches } from '../assistant/setup.ts';
import { startModelServer } from '../fakes/model-server.ts';
import { openJsonl, textOf } from './jsonl-shopper.ts';
import { runParley } from './own-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function shopWithModel(more: Readonly<Record<string, string>> = {}) {
  const server = await startModelServer();
  onTestFinished(() => server.close());
  const PARLEY_DATA = await temporaryFolder();
  const settings = {
    PARLEY_DATA,
    OPENAI_API_KEY: server.apiKey,
    OPENAI_BASE_URL: server.baseUrl,
    PARLEY_ASSISTANT_PRICES: 'gpt-5.4-mini=1/0.1/4',
    ...more,
  };
  return { server, settings, chat: openJsonl(settings) };
}

const question = 'which of your parkas would you take for a week in the mountains?';

describe('a shop with a language model', () => {
  it('answers in its own words with the catalogue’s prices, which can be picked and are kept for the merchant', async () => {
    const { server, settings, chat } = await shopWithModel();
    server.serve(searches('winter parka'), says('I would take {{p1.title}}: it costs {{p1.price}}.'));
    const anna = chat.shopper('anna');
    const said = textOf(await anna(question));
    expect(said).toMatch(/I would take .*Parka.*: it costs \$\d+\.\d\d\./);
    expect(textOf(await anna('1'))).toMatch(/Would you like it\?|Which /);
    expect(await chat.end()).toBe(0);
    const calls = runParley(['assistant', 'calls'], settings);
    expect(await calls.end()).toBe(0);
    expect(calls.lines.join('\n')).toMatch(/answer .* read, \d+ written .*\$0\.00/u);
  });

  it('says nothing that is not so: after a second lie the shopper gets what the shop finds', async () => {
    const { server, chat } = await shopWithModel();
    server.serve(searches('winter parka'), says('This one is only $5 today!'), says('It is free of charge.'));
    const said = textOf(await chat.shopper('anna')(question));
    expect(said).not.toMatch(/\$5\b|free of charge/);
    expect(said).toMatch(/Parka|What are you looking for|found/);
    expect(await chat.end()).toBe(0);
  });

  it('asks it nothing where a flow, a page or an answer is sure', async () => {
    const { server, chat } = await shopWithModel();
    server.serve(says('I was asked.'));
    const anna = chat.shopper('anna');
    for (const text of ['hello', 'my cart', 'where is my order', 'cancel', 'red mug', 'what does delivery cost?'])
      expect(textOf(await anna(text)), text).not.toContain('I was asked.');
    expect(server.requests().length).toBe(0);
    expect(await chat.end()).toBe(0);
  });

  it('sells on when the model’s server is away', async () => {
    // The discard port: nobody listens there.
    const { chat } = await shopWithModel({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(textOf(await chat.shopper('anna')(question))).toMatch(/Parka|found|looking for/);
    expect(await chat.end()).toBe(0);
  });
});
