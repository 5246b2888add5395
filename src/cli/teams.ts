import type { Command } from 'commander';
import type { ManifestFlags } from './teams-manifest.ts';

export function addTeams(root: Command): void {
  root
    .command('teams')
    .description('Microsoft Teams: the app that people install')
    .command('manifest')
    .description('make the app’s package, to be uploaded to Teams')
    .option('--out <file>', 'where to write it', 'parley-teams.zip')
    .option('--app-version <version>', 'counts up when something in it changes', '1.0.0')
    .option('--privacy <url>', 'your privacy statement; PARLEY_PUBLIC_URL when absent')
    .option('--terms <url>', 'your terms of use; PARLEY_PUBLIC_URL when absent')
    .action(async (flags: ManifestFlags) => {
      const { makeManifest } = await import('./teams-manifest.ts');
      process.stdout.write(await makeManifest(flags, process.env));
    });
}
