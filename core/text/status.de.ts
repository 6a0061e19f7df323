export const de = {
  syncing: 'Wird synchronisiert',
  'up-to-date': 'Auf dem neuesten Stand',
  waiting: 'Wartet',
  'needs-attention': 'Handlungsbedarf',
  off: 'Ausgeschaltet',
  'acts-user': 'Benutzer',
  'acts-admin': 'Administration',
  'acts-provider': 'Microsoft oder Salesforce',
  'acts-us': 'Lockstep',
};
