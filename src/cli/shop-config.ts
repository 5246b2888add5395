import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { packageFolder } from '../config/package-folder.ts';

/**
 * The configuration of this run. Outside a shop's own folder, with nothing said about flows, the starter flows serve, and with them the
 * demo shop's rules and pages: a shop that has flows of its own does not want the demo's coupons.
 */
export function shopConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const config = readConfig(environment);
  const problems = [
    ...missingFolder('PARLEY_FLOWS', config.flowsFolder, environment),
    ...missingFolder('PARLEY_SHOP', config.rulesFolder, environment),
    ...missingFolder('PARLEY_PAGES', config.pagesFolder, environment),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  if (existsSync(config.flowsFolder)) return config;
  return {
    ...config,
    flowsFolder: join(packageFolder(), 'flows'),
    rulesFolder: ownOrStarter(config.rulesFolder, 'shop'),
    pagesFolder: ownOrStarter(config.pagesFolder, 'pages'),
  };
}

function ownOrStarter(folder: string, starter: string): string {
  return existsSync(folder) ? folder : join(packageFolder(), starter);
}

function missingFolder(variable: string, folder: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const isNamed = Boolean(environment[variable]?.trim());
  return isNamed && !existsSync(folder) ? [`${variable} names a folder that is not there: ${folder}`] : [];
}
