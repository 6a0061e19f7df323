import type { SourceKind } from '../../core/model/index.ts';

/** A Team or a site, as a look at the tenant finds it. */
export interface FoundPlace {
  kind: SourceKind;
  remoteId: string;
  name: string;
  address: string;
}
