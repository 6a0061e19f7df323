export const de = {
  title: 'Benutzer bearbeiten',
  name: 'Name',
  organization: 'Organisation',
  plan: 'Plan',
  email: 'E-Mail',
  save: 'Speichern',
  cancel: 'Abbrechen',
  unchanged: 'Noch wurde nichts geändert.',
  saved: '{name} wurde gespeichert.',
  'not-saved': 'Nicht gespeichert: {reason}',
  'address-taken': 'Ein anderer Benutzer dieses Kunden hat diese Adresse.',
  'move-ask': '{name} nach {organization} verschieben?',
  'move-yes': 'Ja',
  'warn-access-differs':
    'Das Postfach wird dann auf anderem Weg erreicht (bisher {from}, dann {to}). Der Zugriff kann dadurch verloren gehen.',
  'warn-impersonation':
    'Der Dienst erreicht das Postfach dann mit eigenem Recht. Gilt dieses Recht nicht für das Postfach, geht der Zugriff verloren.',
  'warn-organization-off': 'Die Organisation ist ausgeschaltet: Das Postfach wird dort nicht synchronisiert.',
  'warn-settings-differ': '{count, plural, one {# Einstellung ändert} other {# Einstellungen ändern}} sich.',
  'no-warning': 'Sonst ändert sich nichts.',
};
