/** An answer of the Graph API that is no yes. */
export interface GraphFailure {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly details?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class GraphFault extends Error {
  readonly failure: GraphFailure;
  constructor(failure: GraphFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The body as Graph shapes it. */
export function failureBody({ code, message, details }: GraphFailure): object {
  const data = details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } };
  return {
    error: { message: `(#${code}) ${message}`, type: 'OAuthException', code, ...data, fbtrace_id: 'AfakeTrace' },
  };
}

export function invalid(details: string): GraphFault {
  return new GraphFault({ status: 400, code: 131009, message: 'Parameter value is not valid', details });
}

export const failures = {
  tooMany: { status: 429, code: 130429, message: 'Rate limit hit' },
  tooManyToOne: { status: 400, code: 131056, message: '(Business Account, Consumer Account) pair rate limit hit' },
  tokenExpired: { status: 401, code: 190, message: 'Error validating access token: Session has expired' },
  broken: { status: 500, code: 131000, message: 'Something went wrong' },
  windowClosed: { status: 400, code: 131047, message: 'Re-engagement message' },
} satisfies Readonly<Record<string, GraphFailure>>;
