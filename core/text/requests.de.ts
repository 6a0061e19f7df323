export const de = {
  subject: 'Bitte um Hilfe mit „{title}“ in Salesforce',
  'subject-outlook': 'Bitte um Hilfe mit „{title}“ in Outlook',
  hello: 'Guten Tag,',
  stuck: 'Lockstep kann „{title}“ aus dem Postfach {mailbox} nicht abgleichen: {reason}.',
  says: 'Die genaue Antwort: {message}',
  code: 'Code: {code}',
  field: 'Feld: {field}',
  record: 'Datensatz: {url}',
  'need-no-permission': 'Bitte geben Sie mir das Recht, diesen Datensatz und dieses Feld zu bearbeiten, oder ändern Sie es für mich.',
  'need-theirs': 'Der Datensatz {record} gehört {owner}. Bitte ändern oder löschen Sie ihn für mich, oder machen Sie mich zum Besitzer.',
  'need-private-in-salesforce':
    'Dieser Termin ist jetzt privat. Bitte entfernen Sie Betreff, Ort, Beschreibung und Eingeladene des Ereignisses von {owner} ({record}), oder löschen Sie es.',
  'need-redaction-refused':
    'Dieser Termin ist jetzt privat, und das Ereignis von {owner} ({record}) sagt noch, worum es ging. Bitte entfernen Sie Betreff, Ort, Beschreibung und Eingeladene, oder löschen Sie es; oder lassen Sie es mich bearbeiten.',
  'need-piece-refused':
    'Bitte lassen Sie Lockstep diese Kategorie, diesen Ordner oder diese Liste in meinem Postfach anlegen: das Recht, dort zu schreiben, oder Platz im Postfach.',
  'need-field-hidden':
    'Bitte geben Sie mir das Recht, dieses Feld zu lesen und zu bearbeiten: Feldsicherheit meines Profils oder ein Berechtigungssatz.',
  'need-field-read-only':
    'Bitte geben Sie mir das Recht, dieses Feld zu bearbeiten: Feldsicherheit meines Profils oder ein Berechtigungssatz.',
  'need-owner-inactive': 'Bitte übertragen Sie den Datensatz auf einen aktiven Benutzer.',
  'need-refused-by-rule': 'Bitte sagen Sie mir, welchen Wert die Regel verlangt, oder lassen Sie diesen Fall zu.',
  'need-field-required': 'Bitte sagen Sie mir, was in dieses Feld gehört, oder machen Sie es freiwillig.',
  'need-refused-as-duplicate': 'Bitte führen Sie die beiden Datensätze zusammen, oder lassen Sie diesen zu.',
  'need-any': 'Bitte sehen Sie es sich an.',
  after: 'Danach genügt „Erneut versuchen“ in Lockstep; sonst wartet nichts darauf.',
};
