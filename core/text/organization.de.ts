export const de = {
  'back-to-list': 'Alle Organisationen',
  sections: 'Bereiche von {name}',
  open: '{name} öffnen',
  coverage: 'Abdeckung',
  holds: 'Wartet',
  preview: 'Vorschau',
  mapping: 'Feldzuordnung',
  sources: 'Teams und Sites',
  settings: 'Einstellungen',
  changes: 'Änderungsverlauf',
};
