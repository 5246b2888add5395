import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';
import type { Log } from '../runtime/log.ts';
import { plainLogLine } from './plain-log-line.ts';

export interface LogOutput extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

/** JSON lines for machines; a line a person can read where a person looks. */
export function createPino(level: LogLevel, output: LogOutput): Logger {
  return pino({ level, base: null }, output.isTTY ? readable(output) : output);
}

export function logTo(logger: Logger): Log {
  return {
    info: (code, fields = {}) => logger.info(fields, code),
    warn: (code, fields = {}) => logger.warn(fields, code),
    error: (code, fields = {}) => logger.error(fields, code),
  };
}

function readable(output: LogOutput): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      output.write(plainLogLine(String(chunk)));
      done();
    },
  });
}
