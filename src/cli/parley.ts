import { loadDotEnv } from './dot-env.ts';
import { tellFailure } from './failure.ts';
import { program } from './program.ts';

try {
  loadDotEnv();
  await program().parseAsync();
} catch (error) {
  const { words, exitCode } = tellFailure(error, process.stderr.isTTY === true);
  process.stderr.write(words);
  process.exitCode = exitCode;
}
