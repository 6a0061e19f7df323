import { roleActions } from '../../../core/access/role-actions.ts';

/** What the demo accounts may do: an administrator, and a person with a mailbox. */
export const everything = [
  'customer.read',
  'customer.update',
  'organization.read',
  'organization.update',
  'user.read',
  'user.update',
  'user.switch-synchronization',
  'user.synchronize',
  'user.check-connectivity',
  'user.disconnect',
  'session.read',
  'issue.read',
  'issue.answer',
  'decision.read',
  'person.read',
  'activity.read',
  'summary.read',
  'user.customize',
  'user.move',
  'setting.read',
  'setting.update',
  'group.read',
  'group.update',
  'ledger.read',
  'ledger.write',
  'user.preview',
  'session.undo',
];
export const own: string[] = [...roleActions.user];
