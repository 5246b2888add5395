/** What is done about an error. */
export type Outcome =
  /** A disturbance on their side: tried again with the usual back-off. */
  | 'outage'
  /** Too much for everybody: nothing of this number is sent for `pauseMs`. */
  | 'all-wait'
  /** Too much of this: tried again after `pauseMs`. */
  | 'wait'
  /** Too much for this one person: 4, 16, 64 … seconds. */
  | 'pair-wait'
  /** Somebody has to mend the account: what waits goes on waiting, and the channel counts as down. */
  | 'account'
  /** The shopper has been silent for a day: a template, or nothing. */
  | 'window'
  | 'unreachable'
  | 'opted-out'
  | 'rejected';

export interface ErrorRule {
  /** A code, or the first and last of a range. */
  readonly code: number | readonly [number, number];
  readonly outcome: Outcome;
  /** In words for the merchant; holds nothing of what was sent. */
  readonly reason: string;
  readonly pauseMs?: number;
  /** What mends it. */
  readonly mend?: string;
  readonly source: Source;
}

/**
 * `codes`: "Error codes", developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (also as mirrored at
 * niswey.com/knowledge-base/error-codes-meta and developers.kaleyra.io/docs/cloud-api-error-codes).
 * `openapi`: Meta's OpenAPI file of the Business Messaging API, v23.0. `graph`: "Handle errors", developers.facebook.com/docs/graph-api.
 * `pair`: "Pair rate limits" on "Capacity, quality rating and messaging limits" (retry after 4^n seconds).
 */
type Source = 'codes' | 'openapi' | 'graph' | 'pair';

const token = 'make a new token for a system user in Meta Business settings, put it into WHATSAPP_CLOUD_TOKEN, restart';
const manager = 'look at WhatsApp Manager → Account tools for what Meta wants';
const minute = 60_000;

/** One row a code. Decided by the code alone: HTTP statuses differ between versions. */
export const errorRules: readonly ErrorRule[] = [
  { code: 0, outcome: 'account', reason: 'the token is not valid', mend: token, source: 'codes' },
  { code: 1, outcome: 'outage', reason: 'unknown error on their side', source: 'codes' },
  { code: 2, outcome: 'outage', reason: 'temporarily down or overloaded', source: 'codes' },
  { code: 3, outcome: 'account', reason: 'the app lacks a capability', mend: token, source: 'codes' },
  { code: 4, outcome: 'all-wait', pauseMs: minute, reason: 'the app has called too often', source: 'codes' },
  { code: 10, outcome: 'account', reason: 'the token lacks a permission', mend: token, source: 'codes' },
  {
    code: 33,
    outcome: 'account',
    reason: 'the number is not there',
    mend: 'check WHATSAPP_CLOUD_PHONE_NUMBER_ID',
    source: 'codes',
  },
  { code: 100, outcome: 'rejected', reason: 'a parameter is not valid', source: 'codes' },
  { code: 190, outcome: 'account', reason: 'the token has expired or was withdrawn', mend: token, source: 'codes' },
  { code: [200, 299], outcome: 'account', reason: 'the token lacks a permission', mend: token, source: 'codes' },
  {
    code: 368,
    outcome: 'account',
    reason: 'the account is blocked for a policy violation',
    mend: manager,
    source: 'codes',
  },
  {
    code: 80007,
    outcome: 'all-wait',
    pauseMs: minute,
    reason: 'the business account has called too often',
    source: 'openapi',
  },
  {
    code: 130429,
    outcome: 'wait',
    pauseMs: 2000,
    reason: 'more messages a second than the number may send',
    source: 'codes',
  },
  {
    code: 130472,
    outcome: 'rejected',
    reason: 'the number is part of an experiment of Meta’s and gets no marketing',
    source: 'codes',
  },
  {
    code: 130497,
    outcome: 'rejected',
    reason: 'the business may not write to people in this country',
    source: 'codes',
  },
  { code: 131000, outcome: 'outage', reason: 'something went wrong on their side', source: 'codes' },
  { code: 131005, outcome: 'account', reason: 'the token lacks a permission', mend: token, source: 'codes' },
  { code: 131008, outcome: 'rejected', reason: 'a parameter is missing', source: 'codes' },
  { code: 131009, outcome: 'rejected', reason: 'a value is not valid', source: 'codes' },
  { code: 131016, outcome: 'outage', reason: 'a service is temporarily unavailable', source: 'codes' },
  { code: 131021, outcome: 'unreachable', reason: 'the recipient is the shop’s own number', source: 'codes' },
  {
    code: 131026,
    outcome: 'unreachable',
    reason: 'it cannot be delivered: no WhatsApp there, an old one, or blocked',
    source: 'codes',
  },
  { code: 131030, outcome: 'rejected', reason: 'a test number writes only to numbers on its list', source: 'codes' },
  { code: 131031, outcome: 'account', reason: 'the account is locked', mend: manager, source: 'codes' },
  {
    code: 131037,
    outcome: 'account',
    reason: 'the number’s display name is not approved',
    mend: manager,
    source: 'codes',
  },
  {
    code: 131042,
    outcome: 'account',
    reason: 'there is something wrong with the payment method',
    mend: 'look at the billing settings of the WhatsApp account',
    source: 'codes',
  },
  {
    code: 131045,
    outcome: 'account',
    reason: 'the number is not registered',
    mend: 'register the number in WhatsApp Manager',
    source: 'codes',
  },
  { code: 131047, outcome: 'window', reason: 'the 24-hour window is closed', source: 'codes' },
  {
    code: 131048,
    outcome: 'wait',
    pauseMs: 15 * minute,
    reason: 'the number is limited, since people have blocked or reported it',
    source: 'codes',
  },
  { code: 131049, outcome: 'rejected', reason: 'Meta holds marketing back from this person for now', source: 'codes' },
  {
    code: 131050,
    outcome: 'opted-out',
    reason: 'the shopper wants no marketing messages from this number',
    source: 'codes',
  },
  { code: 131051, outcome: 'rejected', reason: 'this kind of message is not supported', source: 'openapi' },
  { code: 131052, outcome: 'rejected', reason: 'a file could not be fetched from WhatsApp', source: 'codes' },
  { code: 131053, outcome: 'rejected', reason: 'a picture could not be taken in', source: 'codes' },
  { code: 131056, outcome: 'pair-wait', reason: 'too many messages to this one person', source: 'pair' },
  {
    code: 131057,
    outcome: 'all-wait',
    pauseMs: minute,
    reason: 'the number is being moved to higher throughput',
    source: 'codes',
  },
  {
    code: 132000,
    outcome: 'rejected',
    reason: 'the template has another number of variables than one',
    source: 'openapi',
  },
  {
    code: 132001,
    outcome: 'rejected',
    reason: 'there is no such template in that language, or it is not approved',
    source: 'codes',
  },
  { code: 132005, outcome: 'rejected', reason: 'the template is too long once filled in', source: 'codes' },
  { code: 132007, outcome: 'rejected', reason: 'the template’s text breaks a policy', source: 'codes' },
  { code: 132012, outcome: 'rejected', reason: 'the template’s variable has another form', source: 'codes' },
  { code: 132015, outcome: 'rejected', reason: 'the template is paused for low quality', source: 'codes' },
  { code: 132016, outcome: 'rejected', reason: 'the template is disabled for low quality', source: 'codes' },
  { code: 132018, outcome: 'rejected', reason: 'the template’s variable is not valid', source: 'codes' },
  { code: 133004, outcome: 'outage', reason: 'their server is temporarily unavailable', source: 'codes' },
  {
    code: 133010,
    outcome: 'account',
    reason: 'the number is not registered',
    mend: 'register the number in WhatsApp Manager',
    source: 'codes',
  },
  { code: 135000, outcome: 'rejected', reason: 'a parameter is not valid', source: 'codes' },
];

export type RuleFound = Omit<ErrorRule, 'code' | 'source'>;

/** What no row names is the part's fault: it must not hold up what follows. */
const unknown: RuleFound = { outcome: 'rejected', reason: 'WhatsApp does not take it' };

export function ruleFor(code: number): RuleFound {
  return (
    errorRules.find(({ code: own }) => (typeof own === 'number' ? own === code : own[0] <= code && code <= own[1])) ??
    unknown
  );
}
