import type { Transaction } from '../transaction.ts';

export interface WaitingSignIn {
  userId: string;
  organization: string;
  names: string[];
}

const waiting = `
  SELECT u.id AS "userId", o.name AS organization,
         ARRAY(SELECT s.name FROM source s JOIN "user" l ON l.id = s.id AND l.synchronization_enabled WHERE s.owner_id = u.id ORDER BY lower(s.name)) AS names
    FROM "user" u JOIN organization o ON o.id = u.organization_id
   WHERE u.id = ANY ($1::uuid[]) AND u.kind = 'mailbox'
     AND NOT EXISTS (SELECT 1 FROM secret k WHERE k.owner_id = u.id AND k.kind = $2)
     AND (EXISTS (SELECT 1 FROM setting t WHERE t.level = 'organization' AND t.level_id = o.id AND t.key = 'sources.owner'
                     AND t.value = to_jsonb(u.id::text))
          OR EXISTS (SELECT 1 FROM source s JOIN "user" l ON l.id = s.id AND l.synchronization_enabled WHERE s.owner_id = u.id))
   ORDER BY lower(u.display_name), u.id`;

/** Who of these is to own Teams and sites, and has not signed in to read them (`kind`: under which name that is stored). */
export const waitingSignIns = ({ query }: Transaction, userIds: readonly string[], kind: string): Promise<WaitingSignIn[]> =>
  query<WaitingSignIn>(waiting, [userIds, kind]);
