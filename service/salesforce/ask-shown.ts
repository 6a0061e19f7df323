import { type ObjectKind, SyncFailure } from '../../core/model/index.ts';
import { type Asking, askParts, type Beside } from './ask-parts.ts';
import { shows, toSight } from './field-sights.ts';
import { salesforceObjects } from './objects.ts';
import type { PageAnswers } from './read-pages.ts';
import { keyField } from './salesforce-object.ts';
import { sightOf } from './shown-fields.ts';

/** An object kind, and the object that holds it where it is not the usual one. */
export interface Asked {
  object: ObjectKind;
  sobject: string;
}

/** Without these nothing can be told from anything: no version, no owner, no link. */
const needed = ['Id', 'SystemModstamp', 'IsDeleted', 'OwnerId', keyField];
/** Parents that a user may not read are told one at a time, by the refusal. */
const mostLooks = 4;

/**
 * Reads with the fields that this user may see. Salesforce refuses a whole query for one hidden field: describe is asked once then, what is
 * hidden is left out, and the query sent again. Where nothing is hidden this costs nothing.
 *
 * @param pathsOf - the queries by what is known of the user's sight when it is called
 * @throws SyncFailure where a field is hidden that Lockstep cannot do without
 */
export async function askShown(
  asking: Asking,
  asked: readonly Asked[],
  pathsOf: () => readonly string[],
  beside?: (queries: number) => Beside | null,
): Promise<PageAnswers> {
  for (let look = 0; ; look += 1) {
    const paths = pathsOf();
    try {
      return await askParts(asking, paths, beside ? { beside } : {});
    } catch (error) {
      if (!(error instanceof SyncFailure) || error.error.code !== 'INVALID_FIELD' || look >= mostLooks) throw error;
      await lookAtFields(asking, asked, error.error.message);
      if (pathsOf().join() === paths.join()) throw cannotDoWithout(error.error.message);
    }
  }
}

/** Describes the objects as this user sees them, in one request, and remembers it; `message` is what a refusal said. */
export async function lookAtFields(asking: Asking, asked: readonly Asked[], message = ''): Promise<void> {
  const objects = [...new Map(asked.map((one) => [one.sobject, one])).values()];
  const { parts } = await askParts(
    asking,
    objects.map(({ sobject }) => `/sobjects/${sobject}/describe`),
    { mayMiss: true },
  );
  for (const [index, { object, sobject }] of objects.entries()) {
    // An object that the org lacks has no fields to be told of.
    if (parts[index]?.status === 404) continue;
    const sight = toSight(parts[index]?.body, asking.settings.clock.now(), sightOf(asking, sobject));
    const fields = asking.settings.fields(object);
    for (const field of fields) if (field.includes('.') && names(message, field)) sight.unreachable.add(field);
    asking.settings.sights?.keep(asking.access, sobject, sight);
    const missing = needed.find((name) => fields.includes(name) && !shows(sight, name));
    if (missing !== undefined) throw cannotDoWithout(`${sobject}.${missing}`);
  }
}

/** "Didn't understand relationship 'Account' in field path", "No such column 'Name' on entity 'Account'". */
function names(message: string, field: string): boolean {
  const steps = field.split('.');
  const relationship = /relationship '([^']+)' in field path/.exec(message)?.[1];
  if (relationship !== undefined) return steps.slice(0, -1).includes(relationship);
  const [, column, entity] = /No such column '([^']+)' on entity '([^']+)'/.exec(message) ?? [];
  return column === steps.at(-1) && entity === steps.at(-2);
}

function cannotDoWithout(what: string): SyncFailure {
  const last = what.trim().split('\n').at(-1) ?? what;
  const message = `This Salesforce user may not see a field that Lockstep cannot do without: ${last} An administrator gives the right to it (field-level security of the profile, or a permission set).`;
  return new SyncFailure({ kind: 'refused', code: 'needed-field-hidden', message, fields: [], scope: 'item' });
}

/** The usual object of each kind. */
export const usual = (objects: readonly ObjectKind[]): Asked[] =>
  objects.map((object) => ({ object, sobject: salesforceObjects[object].sobject }));
