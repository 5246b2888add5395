/** Where Parley tells operators what happened. Fields never hold a secret, a phone number or a shopper's words. */
export interface Log {
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** What may be told of an error: its code or name, never a message that could quote somebody. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
