/**
 * Whether people may be sent back there. Scheme, host, port and path must be the listed ones exactly; only a listed host may begin with
 * "*." for one label that a browser makes up per installation (Firefox). No query, fragment or user part: each has been a way around.
 */
export const isReturnAddress = (address: string, listed: readonly string[]): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '' || address.includes('#') || address.includes('?'))
    return false;
  return listed.some((one) => {
    const [scheme = '', rest = ''] = one.split('://');
    if (!rest.startsWith('*.')) return url.href === new URL(one).href;
    const label = url.host.slice(0, url.host.indexOf('.'));
    return /^[a-z0-9-]+$/.test(label) && url.href === new URL(`${scheme}://${label}${rest.slice(1)}`).href;
  });
};
