/**
 * Every provider's address is configuration (sovereign clouds, My Domain, a test installation), and tokens travel to it: TLS, or plain
 * HTTP to this very machine. Throws an Error that says what to do. Not parsed by URL on purpose: a stricter grammar, no user part,
 * so that "http://localhost@elsewhere" cannot pass.
 */
export function requireSafeAddress(address: string, what: string): void {
  const parts = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?(?:\/[^\s\\@?#]*)?$/i.exec(address);
  if (!parts) throw new Error(`${what} is not an address like https://host or https://host:port: "${address.slice(0, 200)}"`);
  const [, scheme = '', host = ''] = parts;
  if (scheme.toLowerCase() === 'http' && !isLoopback(host))
    throw new Error(
      `${what} is plain http to ${host}: tokens would travel readable. Use https; http is for this machine (127.0.0.1) only.`,
    );
}

/** 127.0.0.0/8, ::1, localhost and names under it (RFC 6761). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return name === '[::1]' || name === '::1' || name === 'localhost' || name.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(name);
}
