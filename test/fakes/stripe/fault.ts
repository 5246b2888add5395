/** An error as Stripe words it: https://docs.stripe.com/api/errors */
export class StripeFault extends Error {
  override readonly name = 'StripeFault';
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;

  constructor(status: number, body: Readonly<Record<string, string>> & { readonly type: string }) {
    super(body['message'] ?? body.type);
    this.status = status;
    this.body = body;
  }
}

export function invalid(message: string, more: { readonly code?: string; readonly param?: string } = {}): StripeFault {
  return new StripeFault(400, { type: 'invalid_request_error', message, ...more });
}

export function missing(kind: string, id: string): StripeFault {
  const message = `No such ${kind}: '${id}'`;
  return new StripeFault(404, { type: 'invalid_request_error', code: 'resource_missing', param: kind, message });
}
