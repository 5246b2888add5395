import colours from 'picocolors';

type Fields = Readonly<Record<string, unknown>>;

/** One of pino's JSON lines as people read it: `12:04:31 warn FLOW_LOOP flow=cart step=say#1`. */
export function plainLogLine(json: string): string {
  const { level, time, msg, err, ...fields } = readFields(json);
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const rest = Object.entries(fields).map(([name, value]) => ` ${colours.dim(`${name}=`)}${inWords(value)}`);
  return `${colours.dim(clock)} ${levelWord(Number(level))} ${String(msg)}${rest.join('')}${errorWords(err)}\n`;
}

function readFields(json: string): Fields {
  return JSON.parse(json) as Fields;
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Pino's levels are 10 apart: https://getpino.io/#/docs/api?id=levels-object */
function levelWord(level: number): string {
  if (level >= 50) return colours.red('error');
  if (level >= 40) return colours.yellow('warn');
  return level >= 30 ? 'info' : 'debug';
}

function errorWords(error: unknown): string {
  const stack = (error as { readonly stack?: unknown } | undefined)?.stack;
  return typeof stack === 'string' ? `\n${colours.dim(stack)}` : '';
}
