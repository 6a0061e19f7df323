import { goneItem, itemKey, type Link, type ObjectKind, type Observation } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import type { Followed } from './follow-merges.ts';
import { isSame, matchMoves } from './match-moves.ts';

/** A copy of so many tasks at once is looked at no further: each look is a request. */
const mostLooks = 100;

/**
 * To Do has no move: a task that a person puts into another list is deleted in one and made in the other, under another id. Its record, and all
 * that hangs on it, is kept and tied to the newcomer with its bases, so that only what changed on the way travels; and where the new list does
 * not count as marked, the pair rests as for any other task that leaves the scope. Whichever of the two is seen first.
 */
export async function followMoves(run: LaneRun, object: ObjectKind, units: readonly PlanUnit[]): Promise<Followed> {
  const same: Followed = { units: [...units], replaced: [] };
  if (object !== 'task') return same;
  const goneHere = units.filter(isLeaver);
  const comeHere = units.flatMap(({ link, outlook }) => (!link && outlook && !outlook.removed && !outlook.problem ? [outlook] : []));
  if (goneHere.length + comeHere.length === 0) return same;
  const gone = comeHere.length > 0 ? (await run.store.leavers(run.lane, object)).filter(isLeaver) : goneHere;
  const come = goneHere.length > 0 ? await run.store.newcomers(run.lane, object) : comeHere;
  const rules = run.maps[object].fields;
  const moves = matchMoves(gone, come, rules);
  const left = comeHere.filter((item) => !moves.some((move) => move.come.remoteId === item.remoteId));
  moves.push(...matchMoves(await goneUnseen(run, object, left), left, rules));
  if (moves.length === 0) return same;
  const links = new Set(moves.map(({ gone: { link } }) => link?.id));
  const taken = new Set(moves.map((move) => itemKey(move.come)));
  const stays = ({ link, outlook }: PlanUnit) => !(link && links.has(link.id)) && !(!link && outlook && taken.has(itemKey(outlook)));
  return {
    units: [...units.filter(stays), ...moves.map((move) => tie(move.gone, move.come))],
    replaced: moves.flatMap((move) => move.gone.outlook ?? []),
  };
}

const isLeaver = ({ link, outlook, salesforce }: PlanUnit): boolean =>
  (link?.state === 'linked' || link?.state === 'paused') &&
  outlook?.removed === true &&
  outlook.confirmed &&
  salesforce !== null &&
  !salesforce.removed;

function tie(unit: PlanUnit, outlook: Observation): PlanUnit {
  const link = { ...(unit.link as Link), outlookId: outlook.remoteId, outlookVersion: outlook.version };
  return { ...unit, outlook, link };
}

/** The newcomer was told of first: what says the very same and stands in another list, as far as is known, may be gone by now. */
async function goneUnseen(run: LaneRun, object: ObjectKind, come: readonly Observation[]): Promise<PlanUnit[]> {
  const subjects = [...new Set(come.flatMap(({ fields }) => (typeof fields?.subject === 'string' ? fields.subject : [])))];
  if (subjects.length === 0) return [];
  const rules = run.maps[object].fields;
  const alike = (await run.store.standing(run.lane, object, subjects)).filter((link) =>
    come.some(({ fields }) => isSame(rules, link.baseOutlook, fields)),
  );
  const asked = alike.slice(0, mostLooks).flatMap(({ outlookId }) => (outlookId === null ? [] : [{ object, remoteId: outlookId }]));
  const looks = asked.length > 0 ? await run.providers.outlook.get(asked) : [];
  const gone = looks
    .filter(({ item, error }) => item === null && error === null)
    .map(({ remoteId }) => goneItem({ side: 'outlook', object, remoteId }));
  if (gone.length === 0) return [];
  await run.store.saveLookups(run.lane, gone, isoNow(run));
  const links = new Map(alike.map((link) => [link.outlookId, link]));
  const records = alike.flatMap(({ salesforceId }) => salesforceId ?? []);
  const known = new Map((await run.store.observations(run.lane, object, 'salesforce', records)).map((seen) => [seen.remoteId, seen]));
  return gone
    .map((outlook) => {
      const link = links.get(outlook.remoteId) ?? null;
      return { object, link, outlook, salesforce: known.get(link?.salesforceId ?? '') ?? null };
    })
    .filter(isLeaver);
}
