import { describe } from 'vitest';
import { manualCarrier } from '../../adapters/shipping/manual/manual-carrier.ts';
import { carrierContract } from '../contracts/carrier.ts';

describe('parcels sent by hand', () => {
  carrierContract(async () => ({ carrier: manualCarrier, close: async () => undefined }));
});
