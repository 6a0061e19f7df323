import type { ActivityType } from '../model/index.ts';
import { words } from './words.ts';

/** The activity types by their names (decision 3). The English ones are the product's own and stay word for word. */
export const activityText = words<ActivityType>(
  {
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
    'email-saved': 'Email saved to Salesforce by hand',
    'item-saved': 'Meeting or contact saved to Salesforce by hand',
  },
  () => import('./activity.de.ts'),
);
