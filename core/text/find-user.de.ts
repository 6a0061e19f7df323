export const de = {
  find: 'Benutzer suchen',
  'find-placeholder': 'Name oder Adresse',
  'found-none': 'Kein Benutzer passt zu „{query}“.',
  'found-some': '{count, plural, one {# Benutzer gefunden} other {# Benutzer gefunden}}',
};
