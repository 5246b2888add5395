import type { ProductIndex } from '../catalog/product-index.ts';
import { searchSettings } from '../catalog/search-settings.ts';
import { overrideSynonyms, type Synonyms } from '../catalog/synonyms.ts';
import { type LoadedSynonyms, loadSynonyms } from '../catalog/synonyms-file.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import type { Clock } from './clock.ts';
import { FlowsBroken, shownAs } from './live-book.ts';
import { type FolderChange, type LiveFolder, openLiveFolder } from './live-folder.ts';

/** What finds what, as the merchant has it now in `synonyms.yaml`, and Parley by itself. */
export type LiveSynonyms = LiveFolder<Synonyms, SynonymNews>;

export type SynonymsChange = FolderChange<SynonymNews>;

interface SynonymNews {
  /** `false`: the search server has not taken them yet; it is asked again. */
  readonly taken: boolean;
}

export interface LiveSynonymsParts {
  /** Of the flows. */
  readonly folder: string;
  /** Opened with `readSynonyms`; told of every change. */
  readonly index: Pick<ProductIndex, 'useSynonyms'>;
  readonly clock: Pick<Clock, 'after'>;
  /** Told when the index could not take them; it is asked again in ten seconds. */
  readonly failed: (error: unknown) => void;
}

/** Throws `FlowsBroken` when the file is not good. */
export async function readSynonyms(folder: string): Promise<Synonyms> {
  const { synonyms, mistakes } = loaded(await readFile(folder));
  if (synonyms === null) throw new FlowsBroken(mistakes);
  return synonyms;
}

/** Throws `FlowsBroken` when the file is not good to begin with. */
export async function openLiveSynonyms({ folder, ...parts }: LiveSynonymsParts): Promise<LiveSynonyms> {
  const keeper = createKeeper(parts);
  const live = await openLiveFolder<FlowFile | null, Synonyms, SynonymNews>({
    folder,
    read: () => readFile(folder),
    load: (file) => {
      const { synonyms, mistakes } = loaded(file);
      return { value: synonyms, mistakes };
    },
    broken: (mistakes) => new FlowsBroken(mistakes),
    isSame: (before, after) => before?.text === after?.text,
    news: async (_before, { value }) => ({ taken: await keeper.use(value) }),
  });
  return {
    ...live,
    follow(told) {
      const stop = live.follow(told);
      return () => {
        stop();
        keeper.stop();
      };
    },
  };
}

async function readFile(folder: string): Promise<FlowFile | null> {
  return (await readFlowFolder(folder, shownAs(folder))).synonyms;
}

/** A shop without such a file has the built-in ones. */
function loaded(file: FlowFile | null): LoadedSynonyms {
  const { synonyms, mistakes } = file === null ? { synonyms: {}, mistakes: [] } : loadSynonyms(file);
  return { synonyms: synonyms && overrideSynonyms(searchSettings.synonyms, synonyms), mistakes };
}

const againAfterMs = 10_000;

/** A search server may be away just when the file is saved. The last word counts. */
function createKeeper({ index, clock, failed }: Omit<LiveSynonymsParts, 'folder'>) {
  let wanted: Synonyms | null = null;
  let stopped = false;
  let cancel = (): void => undefined;
  const attempt = async (): Promise<boolean> => {
    const synonyms = wanted;
    if (synonyms === null || stopped) return true;
    try {
      await index.useSynonyms(synonyms);
      if (wanted === synonyms) wanted = null;
      return true;
    } catch (error) {
      failed(error);
      cancel();
      if (!stopped) cancel = clock.after(againAfterMs, () => void attempt());
      return false;
    }
  };
  return {
    use(synonyms: Synonyms): Promise<boolean> {
      wanted = synonyms;
      return attempt();
    },
    stop(): void {
      stopped = true;
      cancel();
    },
  };
}
