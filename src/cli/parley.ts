import { loadDotEnv } from './dot-env.ts';
import { programFor } from './program.ts';

try {
  loadDotEnv();
  const typed = process.argv.slice(2);
  const program = await programFor(typed);
  await program.parseAsync(typed, { from: 'user' });
} catch (error) {
  const { tellFailure } = await import('./failure.ts');
  const { words, exitCode } = tellFailure(error, process.stderr.isTTY === true);
  process.stderr.write(words);
  process.exitCode = exitCode;
}
