/** The provider is out of reach, or does not answer as it should: what was asked may or may not have happened. */
export class PaymentProviderDown extends Error {
  override readonly name = 'PaymentProviderDown';
  readonly code = 'PAYMENT_PROVIDER_DOWN';

  constructor(provider: string, options?: ErrorOptions) {
    super(`the payment provider ${provider} is out of reach`, options);
  }
}

/** What the provider says, or `otherwise` when it is out of reach. */
export async function reached<Said, Otherwise>(
  ask: () => Promise<Said>,
  otherwise: Otherwise,
): Promise<Said | Otherwise> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PaymentProviderDown) return otherwise;
    throw error;
  }
}
