import { createMatcher } from '../../understanding/matcher.ts';
import { noPages } from '../../understanding/pages.ts';
import type { Moment } from '../../understanding/trigger.ts';
import type { Book, CheckContext, Flow, Mistake, Phrase } from '../book.ts';
import { engineWords, type WordKey } from '../words.ts';
import { check } from './check/check.ts';
import { compileFlow } from './compile/compile-flow.ts';
import { createVocabulary, type Vocabulary } from './compile/vocabulary.ts';
import type { FlowFile } from './flow-file.ts';
import { createMistakes, type Mistakes } from './mistakes.ts';
import { readFlow } from './read-flow.ts';
import { readHead } from './read-head.ts';
import { createMessages, type Messages, readMessageFile } from './read-messages.ts';
import { withStarts } from './read-starts.ts';
import type { FlowSource } from './source.ts';
import { parseYaml } from './yaml-file.ts';

export interface Loaded {
  /** `null` when a mistake is more than a warning: the book before stays in use. */
  readonly book: Book | null;
  /** All of all files, in their order. */
  readonly mistakes: readonly Mistake[];
}

export function loadBook(files: readonly FlowFile[], messages: readonly FlowFile[], context: CheckContext): Loaded {
  const mistakes = createMistakes();
  const read = readFlows(files, mistakes);
  const translations = readMessages(messages, mistakes);
  const flows = withStarts(
    read.sources,
    translations.files.flatMap(({ starts }) => starts),
  );
  const vocabulary = createVocabulary(translations, context);
  check({ flows, heads: read.heads, broken: read.broken, messages: translations, vocabulary, context, mistakes });
  const found = mistakes.sorted();
  const usable = !found.some((mistake) => mistake.severity === 'error');
  return { book: usable ? compileBook(flows, translations, { vocabulary, context }) : null, mistakes: found };
}

interface ReadFlows {
  readonly sources: readonly FlowSource[];
  /** Ids of flows whose files cannot be read: others may still speak of them. */
  readonly broken: readonly string[];
  readonly heads: readonly FlowSource[];
}

function readFlows(files: readonly FlowFile[], mistakes: Mistakes): ReadFlows {
  const sources: FlowSource[] = [];
  const broken: string[] = [];
  const heads: FlowSource[] = [];
  for (const flowFile of [...files].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const yaml = parseYaml(flowFile, mistakes);
    const flow = readFlow(yaml, { file: yaml.file, mistakes });
    if (flow) {
      sources.push(flow);
      continue;
    }
    broken.push(...idIn(flowFile.text));
    heads.push(...[readHead(flowFile)].filter((head) => head !== null));
  }
  return { sources, broken, heads };
}

function idIn(text: string): readonly string[] {
  const [, id] = /^flow:[ \t]*["']?([\w-]+)/m.exec(text) ?? [];
  return id === undefined ? [] : [id];
}

function readMessages(files: readonly FlowFile[], mistakes: Mistakes): Messages {
  return createMessages(
    files.flatMap((messageFile) => {
      const yaml = parseYaml(messageFile, mistakes);
      return readMessageFile(yaml, { file: yaml.file, mistakes }) ?? [];
    }),
  );
}

interface Around {
  readonly vocabulary: Vocabulary;
  readonly context: CheckContext;
}

function compileBook(sources: readonly FlowSource[], messages: Messages, { vocabulary, context }: Around): Book {
  const flows = new Map(sources.map((source) => [source.id.value, compileFlow(source, vocabulary, context)]));
  const all = [...flows.values()];
  return {
    flows,
    matcher: createMatcher(all.map((flow) => ({ flow: flow.id, triggers: flow.triggers }))),
    buttons: new Map(all.flatMap(buttonsOf)),
    news: new Map(all.flatMap(newsOf)),
    moments: new Map(all.flatMap(momentsOf)),
    pages: context.pages ?? noPages,
    languages: languagesOf(context.shop.locale, messages),
    assistant: context.actions.has('assistant.ask'),
    shop: context.shop,
    words: words(vocabulary),
  };
}

function languagesOf(own: string, { files }: Messages): readonly string[] {
  return [...new Set([own, ...files.map(({ locale }) => locale)])];
}

function buttonsOf(
  flow: Flow,
): readonly (readonly [string, { readonly flow: string; readonly slot: string | null }])[] {
  return flow.triggers.flatMap((trigger) =>
    trigger.kind === 'button' ? [[trigger.id, { flow: flow.id, slot: trigger.slot }] as const] : [],
  );
}

function newsOf(flow: Flow): readonly (readonly [string, string])[] {
  return flow.triggers.flatMap((trigger) => (trigger.kind === 'news' ? [[trigger.news, flow.id] as const] : []));
}

function momentsOf(flow: Flow): readonly (readonly [Moment, string])[] {
  return flow.triggers.flatMap((trigger) => (trigger.kind === 'moment' ? [[trigger.moment, flow.id] as const] : []));
}

function words({ phrase }: Vocabulary): Readonly<Record<WordKey, Phrase>> {
  const entries = Object.entries(engineWords).map(([key, text]) => [key, phrase(text)] as const);
  return Object.fromEntries(entries) as Record<WordKey, Phrase>;
}
