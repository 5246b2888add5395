/**
 * On the open internet, by its looks: an address there can be given to a platform to fetch, and asking it does not ask our own network.
 * `hostname` is that of a `URL`. The names are those that never are: RFC 6761, RFC 6762, RFC 8375.
 */
export function isPublicHost(hostname: string): boolean {
  if (!/[^.]\.[^.]/u.test(hostname)) return false;
  return !/^[\d.]+$|^\[|\.(local|localhost|internal|test|invalid|lan)\.?$|\.home\.arpa\.?$/iu.test(hostname);
}
