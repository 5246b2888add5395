import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

const whole = {
  WHATSAPP_CLOUD_TOKEN: 'EAAtoken',
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_CLOUD_APP_SECRET: 'secret',
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'words',
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}

describe('the settings of WhatsApp’s Cloud API', () => {
  it('are none, or whole', () => {
    expect(readConfig({}).whatsappCloud).toBeNull();
    expect(readConfig(whole).whatsappCloud).toMatchObject({
      phoneNumberId: '106540352242922',
      catalogId: null,
      template: null,
    });
  });

  it('say in one sentence what is missing when they are half', () => {
    const { WHATSAPP_CLOUD_APP_SECRET: _, ...half } = whole;
    expect(problemsOf(half)).toEqual([
      'WhatsApp (Cloud API) is half set up: set WHATSAPP_CLOUD_APP_SECRET too, or none of WHATSAPP_CLOUD_…',
    ]);
    expect(problemsOf({ WHATSAPP_CLOUD_CATALOG_ID: '194836987003835' })).toHaveLength(1);
  });

  it('name a template and its language', () => {
    const named = (name: string) => ({ ...whole, WHATSAPP_CLOUD_TEMPLATE: name });
    expect(readConfig(named('shop_news/pt_BR')).whatsappCloud?.template).toEqual({
      name: 'shop_news',
      language: 'pt_BR',
    });
    expect(readConfig(named('shop_news/es')).whatsappCloud?.template).toEqual({ name: 'shop_news', language: 'es' });
    expect(problemsOf(named('shop_news'))[0]).toContain('shop_news/en_US');
  });

  it('take no number for the number’s id', () => {
    expect(problemsOf({ ...whole, WHATSAPP_CLOUD_PHONE_NUMBER_ID: '+1 650 555 1234' })[0]).toContain('5 to 20 digits');
    expect(problemsOf({ ...whole, WHATSAPP_CLOUD_API_VERSION: '23' })[0]).toContain('v23.0');
  });
});
