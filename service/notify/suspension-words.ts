import type { Reason } from '../../core/model/index.ts';

export interface SuspensionWords {
  subject: string;
  stopped: string;
  safe: string;
  actUser: string;
  actAdmin: string;
  link: string;
  causes: Partial<Record<Reason, string>>;
  otherCause: string;
}

/** The words of the mail, by language. `{mailbox}` and `{cause}` are filled in. */
export const suspensionWords: Record<'en' | 'de', SuspensionWords> = {
  en: {
    subject: 'Synchronization of {mailbox} has stopped',
    stopped: 'Lockstep has stopped synchronizing {mailbox} with Salesforce, because {cause}.',
    safe: 'Nothing is lost: what changes meanwhile is taken over once synchronization runs again.',
    actUser: 'The person who owns the mailbox can repair this: open Lockstep, sign in again, and switch synchronization on.',
    actAdmin: 'An administrator can repair this: open Lockstep, check the connection of this mailbox, and switch synchronization on.',
    link: 'Open Lockstep: {link}',
    causes: {
      'suspended-authorization': 'the stored sign-in is no longer accepted',
      'suspended-throttling': 'Microsoft or Salesforce kept refusing requests as too many',
      'suspended-errors': 'ten sessions in a row have failed',
    },
    otherCause: 'of an error that does not end by itself',
  },
  de: {
    subject: 'Die Synchronisierung von {mailbox} ist angehalten',
    stopped: 'Lockstep hat die Synchronisierung von {mailbox} mit Salesforce angehalten: {cause}.',
    safe: 'Es geht nichts verloren. Was sich in der Zwischenzeit ändert, wird übernommen, sobald die Synchronisierung wieder läuft.',
    actUser: 'Beheben kann das die Person, der das Postfach gehört: Lockstep öffnen, erneut anmelden und die Synchronisierung einschalten.',
    actAdmin:
      'Beheben kann das eine Administratorin oder ein Administrator: Lockstep öffnen, die Verbindung dieses Postfachs prüfen und die Synchronisierung einschalten.',
    link: 'Lockstep öffnen: {link}',
    causes: {
      'suspended-authorization': 'Die hinterlegte Anmeldung wird nicht mehr angenommen',
      'suspended-throttling': 'Microsoft oder Salesforce hat anhaltend zu viele Anfragen gemeldet',
      'suspended-errors': 'Zehn Sitzungen hintereinander sind fehlgeschlagen',
    },
    otherCause: 'Ein Fehler vergeht nicht von selbst',
  },
};
