export const de = { unknown: 'Unbekannter Grund ({code})' };
