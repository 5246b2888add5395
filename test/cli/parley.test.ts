import { beforeAll } from 'vitest';
import { buildCli } from './cli.ts';
import './commands.ts';
import './inbox.ts';
import './jsonl.ts';

// One file, so that the command is built once.
beforeAll(buildCli, 120_000);
