/** The search server failed or cannot be reached: a person should look. Nothing a shopper does causes it. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: 'SEARCH_UNAVAILABLE' | 'SEARCH_TIMEOUT' | 'SEARCH_FAILED' | 'SEARCH_NO_EMBEDDER';

  constructor(code: SearchError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
