export const de = {
  'subject-waits': 'Salesforce-Org {org}: Die geplante Synchronisierung wartet',
  'subject-back': 'Salesforce-Org {org}: Die Synchronisierung läuft wieder',
  'waits-ours':
    'Lockstep hat die geplante Synchronisierung mit {org} unterbrochen: Das letzte Fünftel der Anfragen des Tages bleibt Menschen und anderer Software.',
  'waits-spent':
    'Lockstep hat die geplante Synchronisierung mit {org} unterbrochen: Die Org lehnt Anfragen ab, weil die des Tages verbraucht sind.',
  safe: 'Der nächste Versuch ist um {until} (UTC), danach in längeren Abständen. Outlook wird inzwischen gelesen, es geht nichts verloren, und Seitenleiste und Aufgabenbereich arbeiten weiter, soweit Salesforce es zulässt.',
  act: 'Wer wie viel verbraucht hat, steht in Lockstep unter Organisationen. Kommt das öfter vor, kann die Salesforce-Administration Anfragen hinzukaufen (Setup, Unternehmensinformationen) oder anderswo welche einsparen.',
  back: 'Salesforce antwortet wieder. Was sich inzwischen in Outlook und Salesforce geändert hat, wird übernommen.',
  link: 'Lockstep öffnen: {link}',
};
