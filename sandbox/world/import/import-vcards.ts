import { countOne, reasonOf } from './import-report.ts';
import type { Importing } from './importing.ts';
import type { ExportFile } from './list-exports.ts';
import { readVcards } from './read-vcards.ts';
import { toContact } from './to-contact.ts';

export function importVcards({ emulators, report, ownerOf }: Importing, file: ExportFile, text: string): void {
  const mailbox = emulators.graph.mailbox(ownerOf(file.path));
  const cards = readVcards(text);
  if (cards.length === 0) report.refused.push({ file: file.path, line: 1, reason: 'no BEGIN:VCARD in it' });
  for (const card of cards) {
    const { contact, left } = toContact(card);
    const at = {
      file: file.path,
      line: card.line,
      item: String(contact.displayName ?? contact.surname ?? contact.companyName ?? 'without a name'),
    };
    try {
      if (card.problem !== undefined) throw new Error(card.problem);
      if (
        !['displayName', 'surname', 'givenName', 'companyName'].some((name) => contact[name]) &&
        (contact.emailAddresses as unknown[]).length === 0
      )
        throw new Error('the card has no name, no organization and no e-mail address');
      mailbox?.addContact(contact);
      countOne(report.imported, 'contacts');
      if (left.length > 0) report.partly.push({ ...at, reason: `Outlook has no room for: ${left.join(', ')}` });
    } catch (failure) {
      report.refused.push({ ...at, reason: reasonOf(failure) });
    }
  }
}
