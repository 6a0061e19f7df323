import { GraphError } from './graph-error.ts';

/**
 * An option that the operation does not serve is refused by name, never ignored: an emulator that drops a $filter in silence
 * hides a bug of the client.
 */
export function checkOptions(query: Map<string, string>, served: readonly string[], operation: string): void {
  for (const name of query.keys()) {
    if (served.includes(name)) continue;
    const list = served.length > 0 ? `Served here: ${served.join(', ')}.` : 'This operation takes no query options.';
    throw new GraphError(400, 'ErrorInvalidUrlQuery', `The query option '${name}' is not supported by ${operation}. ${list}`);
  }
}
