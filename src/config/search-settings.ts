import { type SearchSettings, searchSettings } from '../catalog/search-settings.ts';
import { overrideSynonyms, parseSynonyms } from '../catalog/synonyms.ts';
import { ConfigError } from './config.ts';
import { readFlowFolder } from './read-flows.ts';

/** The search as Parley sets it up, with the merchant's synonyms. Throws `ConfigError` when their file cannot be read. */
export async function readSearchSettings(flowsFolder: string): Promise<SearchSettings> {
  const { synonyms } = await readFlowFolder(flowsFolder);
  if (!synonyms) return searchSettings;
  const read = parseSynonyms(synonyms.text);
  if ('problems' in read) {
    throw new ConfigError(read.problems.map((at) => `${synonyms.path}:${at.line}:${at.column} ${at.reason}`));
  }
  return { ...searchSettings, synonyms: overrideSynonyms(searchSettings.synonyms, read.synonyms) };
}
