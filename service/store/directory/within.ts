/** What the caller may see, OR-ed: whole customers, whole organizations, single users. */
export interface Within {
  customerIds: readonly string[];
  organizationIds: readonly string[];
  userIds: readonly string[];
}

export const withinUsers = (first: number) =>
  `(u.customer_id = ANY ($${first}::uuid[]) OR u.organization_id = ANY ($${first + 1}::uuid[]) OR u.id = ANY ($${first + 2}::uuid[]))`;

export const withinValues = ({
  customerIds,
  organizationIds,
  userIds,
}: Within): [readonly string[], readonly string[], readonly string[]] => [customerIds, organizationIds, userIds];
