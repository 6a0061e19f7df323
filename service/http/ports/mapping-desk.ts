import type { SalesforceField } from '../../../core/mapping/index.ts';
import type { FieldValue, MappingRule, ObjectKind, Reason, Side } from '../../../core/model/index.ts';

export interface OrganizationPlace {
  customerId: string;
  organizationId: string;
}

type Refused = { ok: false; code: 'not_connected' | 'provider_failed' };

/** A change that is not made yet: settings by key, mapping rules being one of them. */
export interface RehearsedChange {
  settings: Readonly<Record<string, unknown>>;
  mapping: { object: ObjectKind; rules: readonly MappingRule[] } | null;
}

export interface Rehearsal {
  since: string;
  users: number;
  items: number;
  complete: boolean;
  notCounted: ('window' | 'items' | 'mails')[];
  starting: number;
  ending: number;
  changes: { object: ObjectKind; side: Side; before: Reason | null; after: Reason | null; items: number }[];
  examples: {
    userId: string;
    object: ObjectKind;
    side: Side;
    id: string;
    title: string | null;
    before: Reason | null;
    after: Reason | null;
  }[];
  fields: {
    object: ObjectKind;
    field: string;
    up: number;
    down: number;
    conflicts: number;
    examples: { title: string | null; outlook: FieldValue; salesforce: FieldValue }[];
  }[];
  pairs: number;
}

/** What an organization's Salesforce org offers, and what another mapping or setting would change. Reads only. */
export interface MappingDesk {
  describe(
    place: OrganizationPlace,
  ): Promise<
    { ok: true; userId: string; salesforceOrgId: string; fields: Readonly<Record<ObjectKind, readonly SalesforceField[]>> } | Refused
  >;
  rehearse(place: OrganizationPlace, change: RehearsedChange): Promise<{ ok: true; rehearsal: Rehearsal } | Refused>;
}
