export const de = {
  title: 'Kunden',
  none: 'Sie betreuen noch keinen Kunden.',
  on: 'Ein',
  off: 'Aus',
  suspended: 'Angehalten: {reason}',
  organizations: '{count, plural, one {# Organisation} other {# Organisationen}}',
  users: '{count, plural, =0 {keine Benutzer} one {# Benutzer} other {# Benutzer}}',
  attention: '{count, plural, one {# braucht Aufmerksamkeit} other {# brauchen Aufmerksamkeit}}',
  tenant: 'Mandant {id}',
  settings: 'Einstellungen',
  'settings-named': 'Einstellungen von {name}',
};
