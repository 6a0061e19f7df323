import { type ObjectKind, objectKinds } from '../../core/model/index.ts';
import type { BarredField } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { lookAtFields, usual } from './ask-shown.ts';
import { type FieldSight, shows } from './field-sights.ts';
import { salesforceObjects } from './objects.ts';
import { sightOf } from './shown-fields.ts';

/** What this user may not see or not write, of the objects of which that is known; those under suspicion are looked at. */
export async function barredFields(asking: Asking, suspected: readonly BarredField[], anew: readonly ObjectKind[]) {
  const known = (object: ObjectKind) => sightOf(asking, salesforceObjects[object].sobject);
  const unsure = [...new Set(suspected.map(({ object }) => object))].filter((object) => anew.includes(object) || !known(object));
  if (unsure.length > 0) await lookAtFields(asking, usual(unsure));
  return objectKinds.flatMap((object) => {
    const sight = known(object);
    return sight ? [{ object, fields: barredOf(asking, object, sight, suspected) }] : [];
  });
}

function barredOf(asking: Asking, object: ObjectKind, sight: FieldSight, suspected: readonly BarredField[]): BarredField[] {
  // A mail is made once and never changed: what counts is what a new one may hold.
  const open = object === 'email' ? sight.createable : sight.updateable;
  const of = (may: BarredField['may']) => suspected.filter((one) => one.object === object && one.may === may).map(({ field }) => field);
  // Of a record all that is written is read, too; of a mail only its frame.
  const unseen = [...sight.leftOut, ...(object === 'email' ? of('nothing') : [])].filter((field) => !shows(sight, field));
  const hidden = new Set([...asking.settings.fields(object).filter((field) => !shows(sight, field)), ...unseen]);
  const fixed = [...new Set([...sight.leftOut, ...of('read')])].filter((field) => sight.seen.has(field) && !open.has(field));
  return [
    ...[...hidden].map((field): BarredField => ({ object, field, may: 'nothing' })),
    ...fixed.map((field): BarredField => ({ object, field, may: 'read' })),
  ];
}
