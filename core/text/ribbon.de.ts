export const de = {
  progress: 'Dieses Postfach wird synchronisiert …',
  started: 'Der Abgleich mit Salesforce läuft. Sie können weiterarbeiten.',
  joined: 'Ein Abgleich mit Salesforce läuft bereits. Sie können weiterarbeiten.',
  'too-soon': 'Nicht gestartet: Es wurde gerade erst synchronisiert. Ab {time} ist es wieder möglich.',
  off: 'Nicht gestartet: Die Synchronisierung ist ausgeschaltet. Den Grund zeigt Lockstep.',
  'signed-out': 'Nicht gestartet: Bitte melden Sie sich zuerst in Lockstep an.',
  unreachable: 'Nicht gestartet: Der Lockstep-Dienst ist nicht erreichbar. Outlook und Salesforce sind unberührt.',
  'no-mailbox': 'Nicht gestartet: Dieses Postfach ist in Lockstep nicht eingerichtet.',
  trouble: 'Nicht gestartet: {reason}',
  open: 'Lockstep öffnen',
  'open-tip': 'Zeigt, wer das in Salesforce ist und wie Ihr Postfach steht.',
  'force-sync': 'Jetzt synchronisieren',
  'force-sync-tip': 'Dieses Postfach sofort mit Salesforce abgleichen',
  description:
    'Lockstep hält Kontakte und Kalender mit Salesforce im Gleichschritt. Es zeigt, wer Ihnen schreibt, ob ein Eintrag in Salesforce ist und warum gegebenenfalls nicht, und gleicht auf Wunsch sofort ab.',
};
