export const de = {
  title: 'Vor dem Speichern ausprobieren',
  intro:
    'Wählen Sie Einstellungen, ändern Sie sie und sehen Sie, wie die letzten 30 Tage ausgesehen hätten. Gespeichert wird erst, wenn Sie es sagen.',
  'choose-setting': 'Einstellung, die sich ändern soll',
  add: 'Hinzufügen',
  choose: 'Auswählen…',
  'leave-out': 'Weglassen',
  'leave-out-named': 'Weglassen: {name}',
  rehearse: 'Probelauf',
  save: '{count, plural, one {Diese Einstellung} other {# Einstellungen}} speichern',
  saved: '{count, plural, one {Eine Einstellung gespeichert.} other {# Einstellungen gespeichert.}}',
  refused:
    '{count, plural, one {Eine Einstellung wurde nicht angenommen. Der Grund steht dort.} other {# Einstellungen wurden nicht angenommen. Die Gründe stehen dort.}}',
  'not-saved': 'Nicht gespeichert: {reason}',
  'not-rehearsed': 'Der Probelauf ging nicht: {reason}',
};
