import type { ObjectKind } from '../../core/model/index.ts';
import type { Asking } from './ask-parts.ts';
import { type FieldSight, shows } from './field-sights.ts';
import { salesforceObjects } from './objects.ts';

/** What is known of this user's sight of an object; undefined until a refusal made it worth a look. */
export const sightOf = ({ access, settings }: Asking, sobject: string): FieldSight | undefined =>
  settings.sights?.of(access, sobject, settings.clock.now());

/** The fields to select, without those that this user is known not to see. */
export function shownFields(asking: Asking, object: ObjectKind, sobject = salesforceObjects[object].sobject): readonly string[] {
  const fields = asking.settings.fields(object);
  const sight = sightOf(asking, sobject);
  return sight ? fields.filter((field) => shows(sight, field)) : fields;
}
