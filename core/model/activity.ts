import { z } from 'zod';
import { instant } from './ids.ts';

/** The eleven types of the product's activity log by their names (decision 3), and our own. */
export const activityTypes = {
  'employee-added': 'Employee is Added',
  'employee-removed': 'Employee is Removed',
  'synchronization-disabled': 'Employee Synchronization is Disabled',
  'synchronization-disabled-authorization': 'Employee Synchronization is Disabled Due to Authorization Error',
  'synchronization-disabled-throttling': 'Employee Synchronization is Disabled Due to Throttling Error',
  'synchronization-disabled-error': 'Employee Synchronization is Disabled Due to Other Error',
  'synchronization-enabled': 'Employee Synchronization is Enabled',
  'customization-reapplied': 'Employee Customization is Reapplied',
  'organization-changed': 'Employee Organization is Changed',
  'customization-uninstalled': 'Employee Synchronization is Disabled, Customization is Uninstalled',
  'plan-assigned': 'Employee Plan Assigned Event',
  'force-sync-requested': 'Force sync requested',
  'connectivity-checked': 'Connectivity checked',
  'settings-changed': 'Settings changed',
  'access-granted': 'Access granted',
  'undo-run': 'Undo run',
  'email-saved': 'Email saved to Salesforce',
  'item-saved': 'Meeting or contact saved to Salesforce',
} as const;
export type ActivityType = keyof typeof activityTypes;

export const activity = z
  .object({
    id: z.string(),
    userId: z.uuid().nullable(),
    at: instant,
    /** Address of who began it; null where the service did by itself. */
    initiator: z.string().nullable(),
    type: z.enum(Object.keys(activityTypes) as [ActivityType, ...ActivityType[]]),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Activity' });
export type Activity = z.infer<typeof activity>;
