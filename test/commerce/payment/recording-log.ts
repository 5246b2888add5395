import type { Log, LogFields } from '../../../src/runtime/log.ts';

export interface Recorded {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly fields: LogFields;
}

export function recordingLog(into: Recorded[]): Log {
  const put =
    (level: Recorded['level']) =>
    (code: string, fields: LogFields = {}) =>
      void into.push({ level, code, fields });
  return { info: put('info'), warn: put('warn'), error: put('error') };
}
