import { createHmac } from 'node:crypto';

/**
 * What Telegram's requests carry (`secret_token`: 1-256 of A-Z, a-z, 0-9, _ and -). Made from the bot's token, which cannot be got back from it:
 * so every process has the same one, and a new token brings a new one.
 */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('the webhook of this bot').digest('base64url');
}
