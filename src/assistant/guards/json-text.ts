import { isObject, type Json, type JsonObject } from '../../storage/json.ts';

/** What the text is as JSON, where it is an object or a list; else `null`: then it is plain words. */
export function parsedText(text: string): JsonObject | readonly Json[] | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.parse(text) as JsonObject | readonly Json[];
  } catch {
    return null;
  }
}

/** The words in a text: itself, or every string in it where it is JSON, in order. */
export function wordsIn(text: string): readonly string[] {
  const parsed = parsedText(text);
  return parsed === null ? [text] : stringsIn(parsed);
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each: Json) => stringsIn(each));
  return isObject(value) ? Object.values(value as JsonObject).flatMap(stringsIn) : [];
}

/** `key`: the one that the string stands under, the nearest; `null` where there is none. */
export type ChangeString = (text: string, key: string | null) => string;

/** The same JSON with every string in it changed; keys stay. */
export function withStrings<Value extends Json>(value: Value, change: ChangeString, key: string | null = null): Value {
  const changed = (each: Json): Json => {
    if (typeof each === 'string') return change(each, key);
    if (Array.isArray(each)) return each.map((item: Json) => withStrings(item, change, key));
    return isObject(each) ? withFields(each as JsonObject, change) : each;
  };
  return changed(value) as Value;
}

function withFields(value: JsonObject, change: ChangeString): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withStrings(each, change, key)]));
}
