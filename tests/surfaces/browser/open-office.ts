import type { Page } from 'playwright';
import { keptSignIn } from './kept-sign-in.ts';

export const address = (emailAddress: string, displayName: string) => ({ emailAddress, displayName });

/** A message as office.js shows it to who reads it. Ids are EWS ids, with all that base64 has. */
export const mail = (from: ReturnType<typeof address>) => ({
  itemType: 'message',
  itemId: `AAMk+${from.emailAddress}/x=`,
  subject: 'Renewal',
  from,
  to: [address('dana.ruiz@acme.example', 'Dana Ruiz'), address('mira.sander@acme.example', 'Mira Sander')],
  cc: [],
});

/** Opens one of Outlook's pages with an item of our own, signed in or not. Whatever the test before left in the profile is gone. */
export const openOffice = async (
  page: Page,
  service: string,
  name: 'taskpane' | 'commands',
  { item, email = 'dana.ruiz@acme.example', language = 'en-GB' }: { item: unknown; email?: string | null; language?: string },
): Promise<void> => {
  // Cleared before the page's own scripts run.
  await page.goto(`${service}/api/health`);
  const kept = email === null ? undefined : keptSignIn(email);
  await page.evaluate(
    async ([stubItem, signedIn, displayLanguage]) => {
      localStorage.clear();
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('lockstep');
        request.onsuccess = resolve;
        request.onerror = resolve;
        request.onblocked = resolve;
      });
      localStorage.setItem('stub-item', JSON.stringify(stubItem));
      localStorage.setItem('stub-language', JSON.stringify(displayLanguage));
      if (signedIn) localStorage.setItem('lockstep::sign-in', JSON.stringify(signedIn));
    },
    [item, kept, language] as const,
  );
  await page.goto(`${service}/taskpane/${name}.html`);
};
