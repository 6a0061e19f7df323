import type { SourceRow } from '../../store/index.ts';
import type { Act } from './act.ts';

export interface SourceOwner {
  userId: string;
  name: string;
  email: string;
  /** Has signed in to read Teams and sites. */
  signedIn: boolean;
}

export interface SourceSignIn {
  userId: string;
  organization: string;
  names: string[];
}

type Place = { customerId: string; organizationId: string };

/** `not-here`: no user of this organization; `not-connected`: without Salesforce; `not-signed-in`: may not read Teams and sites yet. */
export type OwnerRefusal = 'none' | 'not-here' | 'not-connected' | 'not-signed-in';

/** Teams and sites of a tenant. Implemented over store and Microsoft Graph by service/composition. */
export interface SourceDesk {
  list(place: Place): Promise<SourceRow[]>;
  one(place: Place, id: string): Promise<SourceRow | undefined>;
  /** Whom the organization's setting names; null: nobody. */
  owner(place: Place): Promise<SourceOwner | null>;
  /** Asks Microsoft Graph and books what there is. */
  look(place: Place): Promise<{ ok: true } | { ok: false; code: OwnerRefusal | 'provider_failed' }>;
  /** Whether this user can own sources of the organization; null: yes. */
  mayOwn(place: Place, userId: string): Promise<OwnerRefusal | null>;
  /** Of these users those who are to own sources and have not signed in to read them: in which organization, and which of theirs are on. */
  waitingFor(wall: readonly string[], userIds: readonly string[]): Promise<SourceSignIn[]>;
  assign(place: Place, id: string, ownerId: string, act: Act): Promise<void>;
}
