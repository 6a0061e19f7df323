import type { z } from 'zod';
import type { User, user } from '../../../core/model/index.ts';
import { cooldown, effectiveStatus } from '../../../core/status/index.ts';
import type { UserRow } from '../ports/index.ts';

export type UserAnswer = z.input<typeof user>;

export const statusOf = (row: UserRow, now: number): User['status'] =>
  effectiveStatus({
    now,
    customer: row.customer,
    organization: row.organization,
    plan: row.plan,
    user: {
      enabled: row.synchronizationEnabled,
      suspended: row.suspended,
      configured: row.configuredAt !== null,
      awaitsPreview: row.awaitsPreview,
    },
    running: row.lane?.runningSince != null,
    parked: row.lane?.parked ?? null,
    salesforceOrgParkedUntil: row.salesforceOrgParkedUntil,
    lastSession: row.lastSession,
    lastSuccessAt: row.lastSuccessAt,
  });

const syncAgainAt = (row: UserRow, now: number): string | null => {
  const accepted = row.lane?.forceAcceptedAt;
  const wait = cooldown(accepted == null ? null : Date.parse(accepted), now);
  return wait.ready ? null : new Date(wait.retryAt).toISOString();
};

export const presentUser = (row: UserRow, now: number): UserAnswer => {
  const status = statusOf(row, now);
  return {
    id: row.id,
    kind: row.kind,
    email: row.email,
    name: row.displayName,
    customer: { id: row.customer.id, name: row.customer.name },
    organization: { id: row.organization.id, name: row.organization.name },
    plan: { id: row.plan.id, name: row.plan.name },
    mailbox: { address: row.mailboxAddress, access: row.mailboxAccess },
    synchronization: { enabled: row.synchronizationEnabled, suspended: row.suspended },
    status,
    initialized: row.initializedAt !== null,
    lastSuccessAt: row.lastSuccessAt,
    nextRunAt: status.state === 'off' ? null : (row.lane?.dueAt ?? null),
    syncAgainAt: syncAgainAt(row, now),
    openIssues: row.openIssues,
    lastSessionId: row.lastSession?.id ?? null,
  };
};
