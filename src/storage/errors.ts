/** The store itself failed (server gone, disk full, not a replica set): a person should look. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'STORE_UNAVAILABLE' | 'STORE_UNSUITABLE' | 'STORE_FAILED';

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
