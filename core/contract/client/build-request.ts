/** The parts of a request, as every route may have them. */
export interface RequestParts {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
}

/** "GET /api/users/{id}" with its parts to method and address. Throws where a path parameter is missing: that is a bug of the caller. */
export const buildRequest = (route: string, parts: RequestParts): { method: string; address: string } => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = parts.path?.[name];
    if (typeof value !== 'string' || value === '') throw new TypeError(`${route} needs the path parameter "${name}"`);
    return encodeURIComponent(value);
  });
  const query = Object.entries(parts.query ?? {})
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { method, address: query === '' ? path : `${path}?${query}` };
};
