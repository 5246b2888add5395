import { createHmac } from 'node:crypto';
import type { RawRequest } from '../../../src/channel/adapter.ts';

/** A person on WhatsApp: by number, by business-scoped id, or both. */
export interface Person {
  readonly number?: string;
  readonly scoped?: string;
  readonly name?: string;
}

export interface Number {
  readonly phoneNumberId: string;
  readonly accountId: string;
}

export function envelope({ phoneNumberId, accountId }: Number, ...values: readonly object[]): object {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  const changes = values.map((value) => ({
    value: { messaging_product: 'whatsapp', metadata, ...value },
    field: 'messages',
  }));
  return { object: 'whatsapp_business_account', entry: [{ id: accountId, changes }] };
}

/** Somebody's message with the profile that goes with it. */
export function incoming(person: Person, message: object): object {
  const { number, scoped, name = 'Sheena Nelson' } = person;
  const contact = { profile: { name }, ...(number ? { wa_id: number } : {}), ...(scoped ? { user_id: scoped } : {}) };
  const from = { ...(number ? { from: number } : {}), ...(scoped ? { from_user_id: scoped } : {}) };
  return { contacts: [contact], messages: [{ ...from, ...message }] };
}

export function signedRequest(body: Uint8Array, appSecret: string): RawRequest {
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
  return { method: 'POST', url: '/webhooks/whatsapp-cloud', headers, body };
}

export function bytesOf(payload: object): Uint8Array {
  return Buffer.from(JSON.stringify(payload));
}
