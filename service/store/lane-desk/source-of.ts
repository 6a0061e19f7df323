import type { SourceKind } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';

export interface SourceRow {
  kind: SourceKind;
  remote_id: string;
  owner: {
    id: string;
    email: string;
    salesforce_user_id: string | null;
    salesforce_org_id: string | null;
    time_zone: string | null;
  } | null;
}

/** As a scalar of `source f` with its owner's row `w`. */
export const sourceColumns = `
  json_build_object('kind', f.kind, 'remote_id', f.remote_id, 'owner', CASE WHEN w.id IS NOT NULL THEN json_build_object(
    'id', w.id, 'email', w.email, 'salesforce_user_id', w.salesforce_user_id, 'salesforce_org_id', w.salesforce_org_id,
    'time_zone', w.time_zone) END)`;

/** A Team or site, and whose access it is read and written with. */
export const toSource = ({ kind, remote_id, owner }: SourceRow) => ({
  kind,
  remoteId: remote_id,
  owner: owner && {
    userId: owner.id,
    email: owner.email,
    salesforceUserId: owner.salesforce_user_id,
    salesforceOrgId: owner.salesforce_org_id,
    zone: owner.time_zone ?? 'UTC',
  },
});

interface Lane {
  id: string;
  source: SourceRow | null;
  salesforce_user_id: string | null;
  salesforce_org_id: string | null;
  time_zone: string | null;
  configured_at: Date | null;
}

/**
 * A source's lane stands under its owner: his Salesforce user and org, his zone; without one it is not set up. The org is kept in its own row, too,
 * for whoever looks for all lanes of an org; the owner may have changed it meanwhile.
 */
export async function underOwner<T extends Lane>({ execute }: Pick<Transaction, 'execute'>, row: T): Promise<T> {
  if (!row.source) return row;
  const { owner } = row.source;
  const orgId = owner?.salesforce_org_id ?? null;
  if (orgId !== row.salesforce_org_id) await execute('UPDATE "user" SET salesforce_org_id = $2 WHERE id = $1', [row.id, orgId]);
  return {
    ...row,
    salesforce_user_id: owner?.salesforce_user_id ?? null,
    salesforce_org_id: orgId,
    time_zone: owner?.time_zone ?? null,
    configured_at: owner?.salesforce_user_id ? row.configured_at : null,
  };
}
