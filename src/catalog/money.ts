/** An amount in the currency's minor unit (cents for USD), always an integer. */
export interface Money {
  readonly amount: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}
