import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { packageFolder } from '../config/package-folder.ts';

/** The configuration of this run. Outside a shop's own folder, with nothing said about flows, the starter flows serve. */
export function shopConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const config = readConfig(environment);
  if (existsSync(config.flowsFolder)) return config;
  if (environment['PARLEY_FLOWS']?.trim()) {
    throw new ConfigError([`PARLEY_FLOWS names a folder that is not there: ${config.flowsFolder}`]);
  }
  return { ...config, flowsFolder: join(packageFolder(), 'flows') };
}
