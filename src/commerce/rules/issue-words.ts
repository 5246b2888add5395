import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'is not text',
  number: 'is not a number',
  int: 'is not a whole number',
  boolean: 'is neither yes nor no',
  array: 'is not a list',
  object: 'has to have keys of its own',
  record: 'has to have keys of its own',
};

/** What is wrong in a merchant's words, to follow the name of what is wrong: `is more than 100`. Words of the rule itself go before. */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? 'is not what belongs here';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'is empty' : `is less than ${issue.minimum}`;
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum));
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    default:
      return 'is not what belongs here';
  }
}

function tooBig(origin: string, maximum: string): string {
  if (origin === 'string') return `is longer than ${maximum} characters`;
  return origin === 'array' ? `has more than ${maximum} entries` : `is more than ${maximum}`;
}
