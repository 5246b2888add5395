import { isPublicHost } from '../../../src/channel/public-host.ts';

/**
 * What `fetchMedia` is given: the address, and whether the bot's own token goes with it. It goes to the server alone that the
 * message itself came from, which the platform has signed; whoever else asked for it could speak as the bot.
 */
export function fileRef(address: string, serviceUrl: string | null): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isOwn = serviceUrl !== null && url.origin === new URL(serviceUrl).origin;
  const ref = `${isOwn ? 'own' : 'open'} ${url.href}`;
  return (isOwn || isPublic(url)) && ref.length <= mostRef ? ref : null;
}

const mostRef = 4000;

export function readFileRef(ref: string): { readonly url: string; readonly isOwn: boolean } | null {
  const match = /^(own|open) (https?:\S+)$/u.exec(ref);
  if (!match || !URL.canParse(match[2] ?? '')) return null;
  const url = new URL(match[2] ?? '');
  const isOwn = match[1] === 'own';
  return isOwn || isPublic(url) ? { url: url.href, isOwn } : null;
}

/** What others write must not make us ask our own network. */
function isPublic({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && isPublicHost(hostname);
}
