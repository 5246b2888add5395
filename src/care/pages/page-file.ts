import type { FlowFile } from '../../dialog/files/flow-file.ts';

/** A file of the pages folder as text; reading the folder is somebody else's. */
export interface PageFile extends FlowFile {
  /** The file's name without its ending, the same in every language. */
  readonly page: string;
  /** The folder it lies in, which should be a language; `null`: right in the pages folder, in the shop's own. */
  readonly folder: string | null;
}
