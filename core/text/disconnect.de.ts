export const de = {
  title: 'Gespeicherte Anmeldungen',
  intro:
    'Lockstep arbeitet mit dem, wofür sich diese Person angemeldet hat. Niemand kann es sehen; es lässt sich löschen. Danach wird nichts synchronisiert, bis sie sich wieder anmeldet und die Synchronisierung einschaltet.',
  mailbox: 'Microsoft-Anmeldung löschen',
  salesforce: 'Salesforce-Anmeldung löschen',
  'really-mailbox': 'Die Microsoft-Anmeldung von {name} wirklich löschen?',
  'really-salesforce': 'Die Salesforce-Anmeldung von {name} wirklich löschen?',
  delete: 'Löschen',
  keep: 'Behalten',
  deleted: 'Gelöscht, die Synchronisierung ist aus. {name} muss sich neu anmelden.',
  'deleted-here':
    'Hier gelöscht, die Synchronisierung ist aus. Salesforce ließ sich nicht erreichen: {name} kann den Zugriff dort beenden (Einstellungen, Verbindungen), oder die Salesforce-Administration (Setup, OAuth-Nutzung verbundener Apps).',
  'nothing-stored': 'Es ist keine gespeichert.',
  'not-ordinary': 'Diese Person verwaltet Lockstep und löscht ihre Anmeldungen auf der eigenen Seite.',
  trouble: 'Die Anmeldung konnte nicht gelöscht werden. {reason}',
};
