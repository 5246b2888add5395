// For processes of their own in tests: `node --import ./test/services/typescript.mjs file.ts` runs our sources unbuilt on every Node.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
