import { maySync } from '../../../core/status/index.ts';
import type { LaneFacts } from '../ports.ts';

/**
 * Why a job may not touch a mailbox; null where it may. Switched off by the user or not yet confirmed is no hindrance: looking, and taking
 * back, is what such jobs are for.
 */
export function whyNot({ customer, organization, plan, user }: LaneFacts) {
  const gate = maySync({ customer, organization, plan, user: { enabled: true, suspended: null, configured: true } });
  if (!gate.on) return gate.reason;
  return user.configuredAt === null ? ('not-configured' as const) : null;
}
