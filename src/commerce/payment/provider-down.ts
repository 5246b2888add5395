/** The provider is out of reach, or does not answer as it should: what was asked may or may not have happened. */
export class PaymentProviderDown extends Error {
  override readonly name = 'PaymentProviderDown';
  readonly code = 'PAYMENT_PROVIDER_DOWN';

  constructor(provider: string, options?: ErrorOptions) {
    super(`the payment provider ${provider} is out of reach`, options);
  }
}
