import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

const id = '11111111-2222-4333-8444-555555555555';

function problems(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.problems.join('\n') : String(error);
  }
}

describe('the settings of Teams', () => {
  it('open it with an app of one tenant or of many, or not at all', () => {
    expect(readConfig({}).teams).toBeNull();
    const app = { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: 'x' };
    expect(readConfig(app).teams?.app).toEqual({ id, password: 'x', tenantId: null });
    expect(readConfig({ ...app, TEAMS_TENANT_ID: 'contoso.example' }).teams?.app?.tenantId).toBe('contoso.example');
  });

  it('do not open it without an app id, unless it is told to, and then to this machine alone', () => {
    expect(problems({ TEAMS_APP_PASSWORD: 'x' })).toContain('TEAMS_APP_ID is missing');
    expect(problems({ TEAMS_KEYS_URL: 'https://keys.example' })).toContain('TEAMS_APP_ID is missing');
    expect(problems({ TEAMS_APP_ID: id })).toContain('TEAMS_APP_PASSWORD is missing');
    expect(problems({ TEAMS_APP_ID: 'my bot', TEAMS_APP_PASSWORD: 'x' })).toContain('TEAMS_APP_ID must be');
    const open = { TEAMS_WITHOUT_AUTH: 'yes' };
    expect(readConfig(open).teams).toEqual({ app: null, keysUrl: null, loginUrl: null });
    expect(
      readConfig({ ...open, PARLEY_HOST: '::1', PARLEY_PUBLIC_URL: 'http://localhost:3000' }).teams?.app,
    ).toBeNull();
    expect(problems({ ...open, PARLEY_HOST: '0.0.0.0' })).toContain('PARLEY_HOST');
    expect(problems({ ...open, PARLEY_PUBLIC_URL: 'https://chat.example.com' })).toContain('PARLEY_PUBLIC_URL');
    expect(problems({ ...open, TEAMS_APP_ID: id })).toContain('cannot both be set');
    expect(problems({ TEAMS_WITHOUT_AUTH: 'true' })).toContain('must be yes');
  });

  it('never repeat the password', () => {
    expect(problems({ TEAMS_APP_PASSWORD: 'very-secret' })).not.toContain('very-secret');
  });
});
