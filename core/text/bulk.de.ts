export const de = {
  settings: 'Einstellungen',
  'settings-of': '{count, plural, one {Einstellungen für # Benutzer} other {Einstellungen für # Benutzer}}',
  enable: 'Synchronisierung einschalten',
  disable: 'Synchronisierung ausschalten',
  none: 'Haken Sie zuerst Benutzer an.',
  select: '{name} auswählen',
  'select-all': 'Alle gezeigten auswählen',
  selected: '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  clear: 'Auswahl aufheben',
  running: '{done} von {all} erledigt',
  'done-enable':
    '{count, plural, one {Für # Benutzer ist die Synchronisierung eingeschaltet.} other {Für # Benutzer ist die Synchronisierung eingeschaltet.}}',
  'done-disable':
    '{count, plural, one {Für # Benutzer ist die Synchronisierung ausgeschaltet.} other {Für # Benutzer ist die Synchronisierung ausgeschaltet.}}',
  failed: '{count, plural, one {# Benutzer ließ sich nicht ändern:} other {# Benutzer ließen sich nicht ändern:}}',
  'not-connected': 'Postfach und Salesforce sind noch nicht beide verbunden',
  again: 'Diese noch einmal versuchen',
  close: 'Schließen',
};
