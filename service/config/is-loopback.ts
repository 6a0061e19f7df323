const names = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** A host, as it is listened on or as a URL has it, that no other computer reaches. */
export const isLoopback = (host: string): boolean => names.has(host);
