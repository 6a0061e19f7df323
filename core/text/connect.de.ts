export const de = {
  mailbox: 'Bei Microsoft anmelden',
  salesforce: 'Bei Salesforce anmelden',
  connecting: 'Wartet auf die Anmeldung …',
  connected: 'Verbunden. Wartende Änderungen folgen mit der nächsten Synchronisierung.',
  'other-person': 'Das war die Anmeldung einer anderen Person. Bitte melden Sie sich als Inhaber dieses Postfachs an.',
  taken: 'Dieser Salesforce-Benutzer gehört schon zu einem anderen Postfach Ihrer Firma. Bitte melden Sie sich mit dem eigenen an.',
  cancelled: 'Die Anmeldung wurde vorzeitig geschlossen.',
  trouble: 'Die Verbindung kam nicht zustande. {reason}',
};
