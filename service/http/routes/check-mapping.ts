import { checkRules, objectMaps } from '../../../core/mapping/index.ts';
import type { MappingRule, ObjectKind } from '../../../core/model/index.ts';
import type { ApiOptions } from '../api-options.ts';
import { HttpProblem } from '../problems/index.ts';

interface Place {
  customerId: string;
  organizationId: string;
}

/** The Salesforce org of an organization as one of its users sees it. */
export async function describeOrg({ mapping }: Pick<ApiOptions, 'mapping'>, place: Place) {
  const described = await mapping.describe(place);
  if (described.ok) return described;
  const detail =
    described.code === 'not_connected'
      ? 'No user of this organization is connected to Salesforce yet: connect one, so that the fields of the org can be read.'
      : undefined;
  throw new HttpProblem(described.code, detail);
}

type Described = Awaited<ReturnType<typeof describeOrg>>;

/** The rules as they may be saved. Where one does not fit the org, it is said which, why and what to do; `where` is what they are part of. */
export function checkMapping(object: ObjectKind, rules: readonly MappingRule[], { fields }: Described, where: string): MappingRule[] {
  const checked = checkRules(objectMaps[object], rules, fields[object]);
  if (checked.ok) return [...checked.rules];
  const errors = checked.troubles.map(({ at, what, todo }) => ({ where: `${where}.${at}`, what, todo }));
  throw new HttpProblem('invalid_input', `These rules do not fit the ${objectMaps[object].sobject} of this organization.`, { errors });
}
