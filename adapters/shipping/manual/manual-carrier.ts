import type { Carrier } from '../../../src/commerce/shipping/carrier.ts';

/** Parcels that a person takes to whoever brings them: the tracking number is typed, and nobody can be asked. */
export const manualCarrier: Carrier = {
  id: 'manual',
  ship: async () => ({ refused: 'by-hand' }),
  track: async () => null,
};
