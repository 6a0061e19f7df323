import type { ObjectKind } from '../../core/model/index.ts';
import type { Scene } from '../scene/index.ts';

export interface Excuses {
  /** Does a rule or a person's answer say why this item need not be as its partner is? `but`: a reason that does not count. */
  has(remoteId: string, but?: string): boolean;
  links(userId: string, object: ObjectKind): { outlook: string; salesforce: string }[];
}

/** A task is kept under its list's id and its own; people know it by its own. */
const ownId = (remoteId: string): string => remoteId.split('|').at(-1) ?? remoteId;

/** Reasons by which two sides may differ for good. None of them is "not yet". */
const lasting = [
  ...[
    'private',
    'attendee-copy',
    'organizer-colleague',
    'held-by-colleague',
    'outside-window',
    'before-start',
    'cancelled',
    'not-triggered',
    'not-yours',
    'direction-off',
  ],
  ...[
    'deletions-off',
    'link-ended',
    'gone',
    'conflict',
    'loop-breaker',
    'duplicate-candidates',
    'online-meeting-body',
    'invitation-guard',
    'delete-brake',
  ],
];

export async function excuses(scene: Scene): Promise<Excuses> {
  const decided = await scene.rows<{ remote_id: string; reason: string }>(
    'SELECT remote_id, reason FROM decision WHERE reason = ANY ($1::text[])',
    [lasting],
  );
  const asked = await scene.rows<{ remote_id: string | null; outlook_id: string | null; salesforce_id: string | null }>(
    `SELECT i.remote_id, l.outlook_id, l.salesforce_id FROM issue i LEFT JOIN link l ON l.id = i.link_id
      WHERE i.state = 'open' OR i.answer = 'refuse'`,
  );
  const ended = await scene.rows<{ outlook_id: string | null; salesforce_id: string | null }>(
    "SELECT outlook_id, salesforce_id FROM link WHERE state = 'ended'",
  );
  const live = await scene.rows<{ user_id: string; object: ObjectKind; outlook_id: string; salesforce_id: string }>(
    "SELECT user_id, object, outlook_id, salesforce_id FROM link WHERE state = 'linked'",
  );
  const tied = new Set(live.flatMap((row) => [row.outlook_id, row.salesforce_id]));
  const decisions = Map.groupBy(decided, (row) => ownId(row.remote_id));
  const known = [
    ...asked.flatMap((row) => [row.remote_id, row.outlook_id, row.salesforce_id]),
    // An item of a link that ended is excused unless it has a new partner.
    ...ended.flatMap((row) => [row.outlook_id, row.salesforce_id]).filter((id) => id !== null && !tied.has(id)),
  ];
  const ids = new Set(known.filter((id) => id !== null).map(ownId));
  return {
    has: (remoteId, but) => ids.has(remoteId) || decisions.get(remoteId)?.some(({ reason }) => reason !== but) === true,
    links: (userId, object) =>
      live
        .filter((row) => row.user_id === userId && row.object === object)
        .map((row) => ({ outlook: ownId(row.outlook_id), salesforce: row.salesforce_id })),
  };
}
