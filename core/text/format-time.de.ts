export const de = { now: 'gerade eben', 'never-yet': 'noch nie' };
