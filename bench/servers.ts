import { ServerMissing } from '../scripts/services/server-process.ts';

/** `null` when the machine has not got the server and cannot be brought it. */
export async function unlessMissing<T>(server: Promise<T>): Promise<T | null> {
  try {
    return await server;
  } catch (error) {
    if (error instanceof ServerMissing) return null;
    throw error;
  }
}
