import type { Call } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import type { Site } from './site.ts';

/** The site that the request names, where the caller may read it: an application everywhere, a person where they are let in. */
export function reachSite({ store, caller, params }: Call): Site {
  const site = store.sharePoint.site(decodeURIComponent(params.site ?? ''));
  if (caller.kind === 'delegated' && site.readers && !site.readers.includes(caller.userId)) throw siteDenied();
  return site;
}

export const siteDenied = () => new GraphError(403, 'accessDenied', 'Access denied');
