import type { Scope } from '../model/index.ts';

/**
 * Where something stands in the hierarchy distributor > partner > customer > organization > user. What is narrower than the thing itself
 * is null: an organization's place has no userId. The installation's own place is all null.
 */
export interface Place {
  distributorId: string | null;
  partnerId: string | null;
  customerId: string | null;
  organizationId: string | null;
  userId: string | null;
}

export const installation: Place = { distributorId: null, partnerId: null, customerId: null, organizationId: null, userId: null };

const idOf: Record<Exclude<Scope['level'], 'platform'>, (place: Place) => string | null> = {
  distributor: (place) => place.distributorId,
  partner: (place) => place.partnerId,
  customer: (place) => place.customerId,
  organization: (place) => place.organizationId,
  self: (place) => place.userId,
};

/** Whether a scope holds a place. A scope without an id (but the platform's) holds nothing. */
export const holds = (scope: Scope, place: Place): boolean =>
  scope.level === 'platform' || (scope.id !== null && idOf[scope.level](place) === scope.id);
