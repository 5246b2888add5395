import type { Config } from '../config/config.ts';
export async function runChat(_config: Config, _name: string | null): Promise<void> {}
