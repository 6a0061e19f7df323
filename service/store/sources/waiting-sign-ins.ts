import type { Transaction } from '../transaction.ts';

export interface WaitingSignIn {
  userId: string;
  organization: string;
  names: string[];
}

/** Microsoft has refused what is stored when a Team or site of this owner was to be read. */
export const withdrawn = (owner: string) => `EXISTS (
  SELECT 1 FROM source d JOIN issue i ON i.user_id = d.id AND i.reason = 'source-sign-in' AND i.state <> 'resolved' WHERE d.owner_id = ${owner})`;

const waiting = `
  SELECT u.id AS "userId", o.name AS organization,
         ARRAY(SELECT s.name FROM source s JOIN "user" l ON l.id = s.id AND l.synchronization_enabled WHERE s.owner_id = u.id ORDER BY lower(s.name)) AS names
    FROM "user" u JOIN organization o ON o.id = u.organization_id
   WHERE u.id = ANY ($1::uuid[]) AND u.kind = 'mailbox'
     AND (NOT EXISTS (SELECT 1 FROM secret k WHERE k.owner_id = u.id AND k.kind = $2) OR ${withdrawn('u.id')})
     AND (EXISTS (SELECT 1 FROM setting t WHERE t.level = 'organization' AND t.level_id = o.id AND t.key = 'sources.owner'
                     AND t.value = to_jsonb(u.id::text))
          OR EXISTS (SELECT 1 FROM source s JOIN "user" l ON l.id = s.id AND l.synchronization_enabled WHERE s.owner_id = u.id))
   ORDER BY lower(u.display_name), u.id`;

/** Who of these is to own Teams and sites, and has not signed in to read them, or not since that was refused (`kind`: under which name that is stored). */
export const waitingSignIns = ({ query }: Transaction, userIds: readonly string[], kind: string): Promise<WaitingSignIn[]> =>
  query<WaitingSignIn>(waiting, [userIds, kind]);
