import { type ServerName, serverBinaries } from './binaries.ts';
import { provisionServer } from './provisioning.ts';

const names = Object.keys(serverBinaries) as ServerName[];
const outcomes = await Promise.all(names.map(async (name) => ({ name, outcome: await provisionServer(name) })));
for (const { name, outcome } of outcomes) {
  console.log('path' in outcome ? `${name}: ${outcome.path}` : `${name}: skipped, ${outcome.missing}`);
}
const isMissing = outcomes.some(({ outcome }) => 'missing' in outcome);
if (isMissing && process.env['REQUIRE_SERVICES'] === '1') process.exitCode = 1;
