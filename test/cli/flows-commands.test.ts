import { Ajv2020 } from 'ajv/dist/2020.js';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addFlowsCheck } from '../../src/cli/flows-check.ts';
import { addFlowsGraph } from '../../src/cli/flows-graph.ts';
import { addFlowsSchema } from '../../src/cli/flows-schema.ts';
import type { FlowFile } from '../../src/dialog/files/flow-file.ts';
import { flowJsonSchema } from '../../src/dialog/files/flow-json-schema.ts';
import { exampleContext, exampleFlows } from '../dialog/files/example-shop.ts';
import { flowWith } from '../dialog/files/marked.ts';

interface Texts {
  readonly flows: readonly FlowFile[];
  readonly messages: readonly FlowFile[];
}

async function run(words: readonly string[], given: readonly FlowFile[] | Texts = exampleFlows, isTerminal = false) {
  const texts: Texts = 'flows' in given ? given : { flows: given, messages: [] };
  const out: string[] = [];
  let failed = false;
  const deps = {
    readFlows: async () => texts,
    context: () => exampleContext,
    write: (text: string) => void out.push(text),
    isTerminal,
    fail: () => {
      failed = true;
    },
  };
  const command = new Command('flows').exitOverride();
  for (const add of [addFlowsCheck, addFlowsGraph, addFlowsSchema]) add(command, deps);
  await command.parseAsync(words, { from: 'user' });
  return { text: out.join(''), failed };
}

const broken = [{ path: 'flows/sample.yaml', text: flowWith('- sya: Hello') }];

describe('parley flows check', () => {
  it('shows the line, a caret and what would mend it, and fails', async () => {
    const { text, failed } = await run(['check'], broken);
    expect(failed).toBe(true);
    expect(text).toBe(`flows/sample.yaml
  flows/sample.yaml:6:5 error There is no step "sya". unknown-step
       6 |   - sya: Hello
         |     ^
    → Did you mean "say"?

1 file: 1 error, 0 warnings.
`);
  });

  it('has colours for people alone', async () => {
    expect((await run(['check'], broken, true)).text).toContain('\u001b[31m');
    expect((await run(['check'], broken)).text).not.toContain('\u001b');
  });

  it('is content with a good shop', async () => {
    expect(await run(['check'])).toEqual({ text: '4 files, no mistakes.\n', failed: false });
  });

  it('tells programs in JSON', async () => {
    const { text, failed } = await run(['check', '--json'], broken, true);
    expect(JSON.parse(text)).toMatchObject({ mistakes: [{ line: 6, column: 5, code: 'unknown-step' }] });
    expect(failed).toBe(true);
  });

  it('does not fail for a warning', async () => {
    const { text, failed } = await run(
      ['check'],
      [{ path: 'a.yaml', text: flowWith('- say: Hello').replace('about: A sample.\n', '') }],
    );
    expect(text).toContain('0 errors, 1 warning');
    expect(failed).toBe(false);
  });
});

describe('texts without a translation', () => {
  const flows = [{ path: 'flows/a.yaml', text: flowWith('- say: One\n- say: Two\n- sya: Hello') }];
  const messages = ['de', 'es'].map((locale) => ({ path: `flows/messages/${locale}.yaml`, text: 'One: x\n' }));
  const lines = async (words: readonly string[]) => (await run(words, { flows, messages })).text.split('\n');

  it('are a line for each language, above the mistakes', async () => {
    const told = await lines(['check']);
    expect(told.slice(0, 3)).toEqual([
      'Not translated ("parley flows check --all" shows each)',
      '  warning 1 text of flows/a.yaml into German → flows/messages/de.yaml',
      '  warning 1 text of flows/a.yaml into Spanish → flows/messages/es.yaml',
    ]);
    expect(told.join('\n')).not.toContain('This text has no translation');
  });

  it('are told each with --all', async () => {
    const told = (await lines(['check', '--all'])).join('\n');
    expect(told).not.toContain('Not translated');
    expect(told.match(/flows\/a\.yaml:7:10 warning This text has no translation into/g)).toHaveLength(2);
  });

  it('stand with all warnings above the errors, which are seen last', async () => {
    for (const words of [['check'], ['check', '--all']]) {
      const told = await lines(words);
      const last = told.filter((line) => / (?:warning|error) /.test(line)).at(-1);
      expect(last).toContain('flows/a.yaml:8:5 error There is no step "sya"');
      expect(told.at(-2)).toMatch(/^3 files: 1 error, \d+ warnings\.$/);
    }
  });
});

describe('parley flows graph', () => {
  it('draws every flow, its ways and their labels', async () => {
    const { text } = await run(['graph']);
    expect(text.split('\n')[0]).toBe('flowchart TD');
    expect(text).toContain('-->|"No, thanks"| f_order_2d_status_end');
    expect(text).toContain('-->|"Talk to a person"| f_people_begin');
    expect(text).toContain('-->|"not understood"|');
  });

  it('every line is one that Mermaid knows, whatever the labels hold', async () => {
    const text = flowWith(
      '- choose: \'Say "hi" <b>#1</b>; | {x} [y] `z`\'\n  from:\n    - \'a "b" --> c\': end\n    - end: end',
    );
    const { text: chart } = await run(['graph'], [{ path: 'a.yaml', text }]);
    const node = /^ {4}\w+(\[\[".+"\]\]|\[".+"\]|\[\/".+"\/\]|\{".+"\}|\(\[".+"\]\)|\(\(".+"\)\)|\(\(\(".+"\)\)\))$/;
    const known = [
      /^flowchart TD$/,
      /^ {2}subgraph \w+\[".+"\]$/,
      /^ {2}end$/,
      node,
      /^ {2}\w+ (-->|-\.->)(\|"[^"|]+"\|)? \w+$/,
      /^$/,
    ];
    expect(chart.split('\n').filter((line) => !known.some((form) => form.test(line)))).toEqual([]);
    expect(chart).toContain('#34;hi#34;');
  });

  it('draws one flow with the names of those it leads to', async () => {
    const { text } = await run(['graph', 'order-status']);
    expect(text).toContain('f_people[["people"]]');
    expect(text).not.toContain('subgraph f_find');
  });

  it('says which flow was meant', async () => {
    expect(await run(['graph', 'order-statu'])).toEqual({
      text: 'There is no flow "order-statu". Did you mean "order-status"?\n',
      failed: true,
    });
  });

  it('tells the mistakes where there is nothing to draw', async () => {
    const { text, failed } = await run(['graph'], broken);
    expect(text).toContain('There is no step "sya"');
    expect(failed).toBe(true);
  });
});

describe('parley flows schema', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(flowJsonSchema(exampleContext));

  it('takes every flow of a good shop', () => {
    for (const { path, text } of exampleFlows)
      expect(validate(parse(text)), `${path} ${JSON.stringify(validate.errors)}`).toBe(true);
  });

  it.each([
    '- sya: Hello',
    '- ask: Which?',
    '- do: orders.trak',
    '- ask: a\n  for: b\n  sory: c',
    '- ask: a\n  for: b\n  type: emial',
  ])('refuses %s', (steps) => {
    expect(validate(parse(flowWith(steps)))).toBe(false);
  });

  it('is written as JSON', async () => {
    expect(JSON.parse((await run(['schema'])).text)).toMatchObject({ title: 'Parley flow' });
  });
});
