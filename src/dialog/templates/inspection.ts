/** What a template takes from its scope, and what is wrong with it. Places are in UTF-16 units from its beginning. */
export interface Inspection {
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** `order.lines[0].id`; `null` for a step that is only known when it is rendered. */
export interface Use {
  readonly path: readonly (string | number | null)[];
  readonly index: number;
}

export interface Problem {
  readonly code: 'unknown-filter' | 'unknown-tag' | 'broken-template';
  readonly index: number;
  readonly message: string;
  readonly hint: string | null;
}
