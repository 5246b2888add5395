/** The carrier is out of reach, or does not answer as it should: what was asked may or may not have happened. */
export class CarrierDown extends Error {
  override readonly name = 'CarrierDown';
  readonly code = 'CARRIER_DOWN';

  constructor(carrier: string, options?: ErrorOptions) {
    super(`the carrier ${carrier} is out of reach`, options);
  }
}
