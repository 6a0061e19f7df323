export const de = {
  subject: 'Die Synchronisierung von {mailbox} ist angehalten',
  stopped: 'Lockstep hat die Synchronisierung von {mailbox} mit Salesforce angehalten: {cause}.',
  safe: 'Es geht nichts verloren. Was sich in der Zwischenzeit ändert, wird übernommen, sobald die Synchronisierung wieder läuft.',
  'act-user':
    'Beheben kann das die Person, der das Postfach gehört: Lockstep öffnen, erneut anmelden und die Synchronisierung einschalten.',
  'act-admin':
    'Beheben kann das eine Administratorin oder ein Administrator: Lockstep öffnen, die Verbindung dieses Postfachs prüfen und die Synchronisierung einschalten.',
  link: 'Lockstep öffnen: {link}',
  'suspended-authorization': 'Die hinterlegte Anmeldung wird nicht mehr angenommen',
  'suspended-throttling': 'Microsoft oder Salesforce hat anhaltend zu viele Anfragen gemeldet',
  'suspended-errors': 'Zehn Sitzungen hintereinander sind fehlgeschlagen',
  other: 'Ein Fehler vergeht nicht von selbst',
};
