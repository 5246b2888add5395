/** What is wrong and what mends it, in plain words. */
export type PlainWords = readonly [message: string, hint: string];

/** What belongs inside or at the end of another tag: Liquid knows them no more than a slip of the pen where that one is missing. */
const parts: Readonly<Record<string, string>> = {
  else: 'if',
  elsif: 'if',
  when: 'case',
  endif: 'if',
  endunless: 'unless',
  endfor: 'for',
  endcase: 'case',
  endcapture: 'capture',
};

export const partNames: readonly string[] = Object.keys(parts);

const examples: Readonly<Record<string, string>> = {
  for: '{% for line in cart.lines %} … {% endfor %}',
  case: '{% case order.status %}{% when "paid" %} … {% endcase %}',
  assign: '{% assign name = customer.name %}',
  capture: '{% capture name %} … {% endcapture %}',
};

/** A part of a tag that stands alone; `null`: no tag has such a part. */
export function strayPart(name: string): PlainWords | null {
  const whole = parts[name];
  if (whole === undefined) return null;
  const what = name.startsWith('end') ? 'ends nothing here' : 'stands outside of its tag';
  return [`{% ${name} %} ${what}.`, `It belongs to {% ${whole} … %}, which has to stand before it and still be open.`];
}

/** What is wrong with the tag around this place of a text that Liquid cannot read; `null` where it is in no tag. */
export function tagMistake(source: string, at: number): PlainWords | null {
  const open = source.lastIndexOf('{%', at);
  if (open < 0 || open < source.lastIndexOf('{{', at)) return null;
  const close = source.indexOf('%}', open);
  const inner = source.slice(open + 2, close < 0 ? undefined : close).replace(/^-|-$/g, '');
  if (inner.includes('{%')) return ['{% is opened and never closed.', 'Add %}.'];
  const [, name = '', rest = ''] = /^\s*(\w*)\s*(.*?)\s*$/s.exec(inner) ?? [];
  return name === '' ? ['There is no tag between these braces.', write(condition)] : wrong(name, rest);
}

/** Liquid tells it of the tag that is open. */
export function elseIf(source: string): { readonly index: number; readonly words: PlainWords } | null {
  const found = /\{%-?\s*(?=else\s+if\b)/.exec(source);
  if (!found) return null;
  return {
    index: found.index + found[0].length,
    words: ['{% else %} has no condition.', 'Write {% elsif … %} for another one.'],
  };
}

const condition = '{% if cart.count > 0 %} … {% endif %}';

function write(example: string): string {
  return `Write it so: ${example}`;
}

function wrong(name: string, rest: string): PlainWords {
  const example = examples[name];
  if (example !== undefined) return [`This {% ${name} %} cannot be read.`, write(example)];
  if (!['if', 'elsif', 'unless'].includes(name))
    return [`This {% ${name} %} cannot be read.`, 'Look at what follows its name.'];
  if (rest === '') return [`This {% ${name} %} has no condition.`, `Write one: {% ${name} cart.count > 0 %}`];
  return [
    'This condition cannot be read.',
    'Compare with ==, !=, <, >, contains; join with and, or; write not for !, and no brackets.',
  ];
}
