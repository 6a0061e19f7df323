import type { ApiOptions } from '../api-options.ts';
import type { Caller, OrganizationRow, UserRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { demand, placeOfOrganization, placeOfUser, wallOf } from '../reach/index.ts';

/** A user moves only within its customer, and only by somebody whose rights reach both organizations. Answers with where to. */
export const checkMove = async (
  { caller, options }: { caller: Caller; options: ApiOptions },
  row: UserRow,
  organizationId: string,
): Promise<OrganizationRow> => {
  demand(caller, 'user.move', placeOfUser(row), 'user');
  const target = await options.directory.organization(wallOf(caller), organizationId);
  if (target === undefined || target.customerId !== row.customerId) {
    const errors = [
      { where: 'body.organizationId', what: "Not an organization of this user's customer", todo: 'Choose one of GET /api/organizations.' },
    ];
    throw new HttpProblem('invalid_input', 'The user cannot be moved there.', { errors });
  }
  demand(caller, 'user.move', placeOfOrganization(target), 'organization');
  return target;
};
