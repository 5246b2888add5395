import { writeFile } from 'node:fs/promises';
import { appPackage } from '../../adapters/channels/teams/package/app-package.ts';
import type { Command as TeamsCommand } from '../../adapters/channels/teams/package/manifest.ts';
import { allActions } from '../actions/all-actions.ts';
import { createActionRegistry } from '../actions/registry.ts';
import { checkContext } from '../config/check-context.ts';
import type { Config } from '../config/config.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import type { Book, Flow } from '../dialog/book.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import { Failure } from './failure.ts';
import { shopConfig } from './shop-config.ts';

export interface ManifestFlags {
  readonly out: string;
  readonly appVersion: string;
  readonly privacy?: string;
  readonly terms?: string;
}

/** Writes the package; what to do with it, in words. */
export async function makeManifest(flags: ManifestFlags, environment: NodeJS.ProcessEnv): Promise<string> {
  const config = shopConfig(environment);
  const [appId, publicUrl] = [appIdOf(config), secure('PARLEY_PUBLIC_URL', config.web.publicUrl)];
  const facts = {
    ...{ appId, publicUrl, shop: config.shop.name, version: versionOf(flags.appVersion) },
    privacyUrl: secure('--privacy', flags.privacy ?? publicUrl),
    termsUrl: secure('--terms', flags.terms ?? publicUrl),
    commands: await commandsOf(config),
  };
  await writeFile(flags.out, appPackage(facts)).catch((error: Error) => {
    throw new Failure(`${flags.out} cannot be written: ${error.message}`);
  });
  return `${flags.out} is ready. In Teams: Apps → Manage your apps → Upload an app.\n${endpointWords(publicUrl)}`;
}

function endpointWords(publicUrl: string): string {
  return `In Azure, the bot’s messaging endpoint has to be ${publicUrl}/webhooks/teams\n`;
}

function appIdOf({ teams }: Config): string {
  if (teams?.app) return teams.app.id;
  throw new Failure('TEAMS_APP_ID and TEAMS_APP_PASSWORD are missing: the package names the bot by them.');
}

function secure(name: string, address: string | null): string {
  if (address === null)
    throw new Failure(
      `${name} is missing: Teams wants to know where the shop is, for example https://chat.example.com`,
    );
  if (URL.canParse(address) && new URL(address).protocol === 'https:') return address;
  throw new Failure(`${name} must begin with https://: Teams takes no other address.`);
}

function versionOf(version: string): string {
  if (/^\d{1,5}\.\d{1,5}\.\d{1,5}$/u.test(version)) return version;
  throw new Failure('--app-version must be three numbers, for example 1.0.1');
}

/** What starts a flow in so few words that it fits, the flows in their order; broken flows offer nothing. */
async function commandsOf(config: Config): Promise<readonly TeamsCommand[]> {
  const { flows, messages } = await readFlowFolder(config.flowsFolder, config.flowsFolder);
  const { book } = loadBook(flows, messages, checkContext(config, createActionRegistry(allActions)));
  return [...((book as Book | null)?.flows.values() ?? [])].flatMap(commandOf);
}

const titleMax = 32;

function commandOf({ about, triggers }: Flow): readonly TeamsCommand[] {
  const titles = triggers.flatMap((trigger) => (trigger.kind === 'example' ? [trigger.text] : []));
  const title = titles.find((text) => text.length <= titleMax && !/[{}]/u.test(text));
  return title === undefined || about === '' ? [] : [{ title, description: about }];
}
