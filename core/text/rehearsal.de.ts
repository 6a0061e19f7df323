export const de = {
  title: 'Probelauf',
  running: 'Die letzten 30 Tage werden durchgespielt…',
  'looked-at':
    '{items, plural, one {Ein Element} other {# Elemente}} seit {day} aus {users, plural, one {einem Postfach} other {# Postfächern}} angesehen. Es wurde nichts gespeichert oder geschrieben.',
  'not-counted-window': 'Die Änderung reicht über das hinaus, was Lockstep gelesen hat. Was dort liegt, ist nicht mitgezählt.',
  'not-counted-items': 'Es gibt mehr Elemente, als ein Probelauf ansieht. Die ältesten sind nicht mitgezählt.',
  'not-counted-mails':
    'E-Mails, die niemand markiert hat, sind nirgends vermerkt. Welche davon durch die Änderung kämen, ist nicht mitgezählt.',
  'no-change': 'Was synchronisiert wird, bliebe gleich.',
  starting:
    '{count, plural, =0 {Nichts käme hinzu.} one {Ein Element würde zusätzlich synchronisiert.} other {# Elemente würden zusätzlich synchronisiert.}}',
  ending:
    '{count, plural, =0 {Nichts fiele weg.} one {Ein Element würde nicht mehr synchronisiert.} other {# Elemente würden nicht mehr synchronisiert.}}',
  'by-reason': 'Nach Art und Grund',
  what: 'Was',
  before: 'Jetzt',
  after: 'Dann',
  items: 'Elemente',
  travels: 'Wird synchronisiert',
  contact: 'Kontakte',
  event: 'Termine',
  task: 'Aufgaben',
  email: 'E-Mails',
  'in-outlook': '{object} in Outlook',
  'in-salesforce': '{object} in Salesforce',
  examples: 'Beispiele',
  untitled: 'Ohne Titel',
  fields: 'Was geschrieben würde, nach Feld',
  field: 'Feld',
  up: 'Nach Salesforce',
  down: 'Nach Outlook',
  conflicts: 'Beide Seiten verschieden',
  pairs:
    '{pairs, plural, =0 {Kein verbundenes Paar konnte gelesen werden.} one {Das neueste verbundene Paar wurde gelesen.} other {Die # neuesten verbundenen Paare wurden gelesen.}}',
  'nothing-written': 'In sie würde nichts geschrieben.',
  'outlook-value': 'Outlook: {value}',
  'salesforce-value': 'Salesforce: {value}',
};
