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
  },
  {
    'employee-added': 'Benutzer hinzugefügt',
    'employee-removed': 'Benutzer entfernt',
    'synchronization-disabled': 'Synchronisierung ausgeschaltet',
    'synchronization-disabled-authorization': 'Synchronisierung wegen eines Anmeldefehlers ausgeschaltet',
    'synchronization-disabled-throttling': 'Synchronisierung wegen zu vieler Anfragen ausgeschaltet',
    'synchronization-disabled-error': 'Synchronisierung wegen eines anderen Fehlers ausgeschaltet',
    'synchronization-enabled': 'Synchronisierung eingeschaltet',
    'customization-reapplied': 'Anpassung erneut angewendet',
    'organization-changed': 'Organisation gewechselt',
    'customization-uninstalled': 'Synchronisierung ausgeschaltet, Anpassung entfernt',
    'plan-assigned': 'Plan zugewiesen',
    'force-sync-requested': 'Synchronisierung angefordert',
    'connectivity-checked': 'Verbindung geprüft',
    'settings-changed': 'Einstellungen geändert',
    'access-granted': 'Zugriff erteilt',
    'undo-run': 'Rückgängig gemacht',
  },
);
