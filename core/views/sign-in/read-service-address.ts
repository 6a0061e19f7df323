/** Names by which only this very machine is meant: there plain HTTP is allowed. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[^.]+\.localhost)$/;

/** What somebody typed as the service's address: its origin, or what is wrong with it. */
export const readServiceAddress = (text: string): { address: string } | { problem: 'invalid' | 'insecure' } => {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme) || typed === '') return { problem: 'invalid' };
  const url = new URL(withScheme);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'invalid' };
  if (url.username !== '' || url.password !== '') return { problem: 'invalid' };
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return { problem: 'insecure' };
  return { address: url.origin };
};
