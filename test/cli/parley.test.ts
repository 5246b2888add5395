import { beforeAll, vi } from 'vitest';
import { buildCli } from './cli.ts';
import './commands.ts';
import './inbox.ts';
import './jsonl.ts';
import './links.ts';

// Each test runs the command several times, each time a process with a shop of its own.
vi.setConfig({ testTimeout: 60_000 });

// One file, so that the command is built once.
beforeAll(buildCli, 120_000);
