import { z } from 'zod';

/** A flow's `yes` and `no`, or what a question for them has filled in. */
export const yesNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]);
