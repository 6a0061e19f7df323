export const de = {
  title: 'Wartet auf Antwort',
  intro: 'Was Lockstep nur tut, wenn jemand zustimmt; was am längsten wartet, zuerst. Alles andere in diesen Postfächern läuft weiter.',
  none: 'Nichts wartet auf Antwort.',
  kinds: 'Art',
  all: 'Alle {count}',
  deletion: '{count, plural, one {# Löschung} other {# Löschungen}}',
  invitation: '{count, plural, one {# Einladung} other {# Einladungen}}',
  question: '{count, plural, one {# Frage} other {# Fragen}}',
  preview: '{count, plural, one {# erste Vorschau} other {# erste Vorschauen}}',
  'first-preview': 'Erste Synchronisierung: wartet auf ein Ja zur Vorschau',
  since: 'gefragt {age}',
};
