import { type Action, type Place, scopesFor } from '../../../core/access/index.ts';
import type { Caller, CustomerRow, OrganizationRow, UserRow, Within } from '../ports/index.ts';

/** The customers that the database shows to this caller at all. */
export const wallOf = (caller: Caller): string[] => caller.customers.map((one) => one.customerId);

/** What of it a list for this action may hold. */
export const withinFor = (caller: Caller, action: Action): Within => {
  const customerIds = new Set<string>();
  const organizationIds = new Set<string>();
  const userIds = new Set<string>();
  for (const { level, id } of scopesFor(caller.grants, action)) {
    if (level === 'organization' && id) organizationIds.add(id);
    else if (level === 'self' && id) userIds.add(id);
    else {
      for (const one of caller.customers) {
        const reached =
          level === 'platform' ||
          { distributor: one.distributorId, partner: one.partnerId, customer: one.customerId }[level as 'customer'] === id;
        if (one.whole && reached) customerIds.add(one.customerId);
      }
    }
  }
  return { customerIds: [...customerIds], organizationIds: [...organizationIds], userIds: [...userIds] };
};

export const placeOfUser = (row: Pick<UserRow, 'id' | 'organizationId' | 'customer'>): Place => ({
  distributorId: row.customer.distributorId,
  partnerId: row.customer.partnerId,
  customerId: row.customer.id,
  organizationId: row.organizationId,
  userId: row.id,
});

export const placeOfOrganization = (row: Pick<OrganizationRow, 'id' | 'customerId' | 'partnerId' | 'distributorId'>): Place => ({
  distributorId: row.distributorId,
  partnerId: row.partnerId,
  customerId: row.customerId,
  organizationId: row.id,
  userId: null,
});

export const placeOfCustomer = (row: Pick<CustomerRow, 'id' | 'partnerId' | 'distributorId'>): Place => ({
  distributorId: row.distributorId,
  partnerId: row.partnerId,
  customerId: row.id,
  organizationId: null,
  userId: null,
});
