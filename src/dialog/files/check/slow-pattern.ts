interface Group {
  readonly start: number;
  repeats: boolean;
  readonly alternatives: string[];
}

const repeat = /^(?:[*+]|\{\d+,\})\??/;
const mostWild = 4;

/**
 * The part of a regular expression that can backtrack without end, or `null`: a repetition of what is itself repeated, of
 * alternatives that begin alike, or too many wildcards in one pattern. Plain and stricter than need be.
 */
export function slowPart(pattern: string): string | null {
  const open: Group[] = [{ start: 0, repeats: false, alternatives: [''] }];
  let wild = 0;
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at);
    const group = open.at(-1);
    if (token === '(') open.push({ start: at, repeats: false, alternatives: [''] });
    const after = pattern.slice(at + token.length);
    const repeated = repeat.test(after);
    if (token === ')') {
      const closed = open.length > 1 ? open.pop() : undefined;
      const outer = open.at(-1);
      if (closed && repeated && (closed.repeats || beginAlike(closed)))
        return quote(pattern.slice(closed.start, at + 1), after);
      if (closed && outer) outer.repeats ||= closed.repeats || repeated;
    } else if (token === '|') group?.alternatives.push('');
    else if (group && token !== '(') {
      group.alternatives.push(`${group.alternatives.pop() ?? ''}${token}`);
      group.repeats ||= repeated;
      if (repeated && isWild(token)) wild += 1;
      if (wild > mostWild) return 'its many wildcards';
    }
    at += token.length;
  }
  return null;
}

function tokenAt(pattern: string, at: number): string {
  const rest = pattern.slice(at);
  const [token] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|\((?=\?)|.)/su.exec(rest) ?? [];
  if (token === '(') return '(';
  return token ?? rest.slice(0, 1);
}

function isWild(token: string): boolean {
  return token === '.' || /^\\[wWsSdD]$/.test(token) || token.startsWith('[');
}

function beginAlike({ alternatives }: Group): boolean {
  if (alternatives.length < 2) return false;
  const firsts = alternatives.map((alternative) =>
    alternative === '' ? '' : tokenAt(alternative.replace(/^\?(?::|<\w+>)/, ''), 0),
  );
  return firsts.some((first, index) => isWild(first) || firsts.indexOf(first) !== index);
}

function quote(group: string, after: string): string {
  return `${group}${repeat.exec(after)?.[0] ?? ''}`;
}
