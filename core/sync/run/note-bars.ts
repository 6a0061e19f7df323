import type { ObjectKind, Reason } from '../../model/index.ts';
import type { IssueNote } from '../ports/lane-store.ts';
import type { BarredField } from '../ports/provider.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

/**
 * Fields that the user may not see or not write in Salesforce: one issue per field, however many items it concerns, resolved as soon as the
 * field may be used. What became visible changes no version of any record, so that its object is read anew by the next run; what may be
 * written now takes along the edits that waited for it.
 */
export async function noteBars(run: LaneRun): Promise<void> {
  const { salesforce } = run.providers;
  if (run.outlookOnly || !salesforce.barredFields) return;
  const before = await run.store.barredFields(run.lane);
  const retried = before.filter(({ answer }) => answer === 'retry');
  const known = await salesforce.barredFields(
    before,
    retried.map(({ object }) => object),
  );
  const objects = known.map(({ object }) => object);
  const barred = known.flatMap(({ fields }) => fields);
  const free = before.filter((one) => objects.includes(one.object) && !barred.some((other) => same(one, other)));
  // What a person chose to leave be is not asked about again; what was to be tried again and did not help is a new question.
  const wanted = barred.filter((one) => !before.some((other) => other.answer === 'ignore' && same(one, other)));
  const over = [...new Set([...free, ...retried])];
  if (wanted.length + over.length === 0) return;
  const freed = [...new Set(free.map(({ object }) => object))];
  await run.store.saveBars(run.lane, { issues: wanted.map((one) => toNote(run, one)), over, freed }, isoNow(run));
  run.tally.issues += wanted.length;
  await readAnew(run, new Set(free.filter(({ may }) => may === 'nothing').map(({ object }) => object)));
}

const same = (one: BarredField, other: BarredField): boolean =>
  one.object === other.object && one.field === other.field && one.may === other.may;

export const barReasons = { nothing: 'field-hidden', read: 'field-read-only' } as const satisfies Record<BarredField['may'], Reason>;

function toNote({ maps }: LaneRun, { object, field, may }: BarredField): IssueNote {
  const detail = { field, title: `${maps[object].sobject}.${field}` };
  return { object, side: 'salesforce', remoteId: null, linkId: null, intentId: null, reason: barReasons[may], detail };
}

/** A shape that no map has: the next run takes the collection for one that was read by other fields. */
async function readAnew(run: LaneRun, objects: ReadonlySet<ObjectKind>): Promise<void> {
  if (objects.size === 0) return;
  for (const { id, side, object, window } of await run.store.collections(run.lane)) {
    if (side === 'salesforce' && objects.has(object))
      await run.store.restartCollection(run.lane, id, { window, shape: `${run.shapes[object]}, seen anew` });
  }
}
