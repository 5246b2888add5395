import type { ModelRequest } from '../language-model.ts';

/** Of UTF-8, for a token: English has about 4, most other writing more, JSON fewer. Meant to be rather too many tokens than too few. */
const bytesPerToken = 3;

/** How many tokens a request may use at most, so that they can be put aside before anybody knows. */
export function estimateTokens(request: ModelRequest): { readonly input: number; readonly output: number } {
  const { instructions, tools, messages, shape } = request;
  const bytes = Buffer.byteLength(JSON.stringify({ instructions, tools, messages, shape }));
  return { input: Math.ceil(bytes / bytesPerToken), output: request.mostTokens };
}
