import { browserParts, type Host, type Theme, webStorage } from '../../core/host/index.ts';
import { dialogSignIn } from './dialog-sign-in.ts';
import { nestedSignIn, readNestedConfig } from './nested-sign-in.ts';
import { officeItem } from './office-item.ts';
import { ownService } from './own-service.ts';

/** Dark where the host's background is; hosts before Mailbox 1.14, and phones, name no theme. */
const officeTheme = (): Theme | null => {
  const colour = Office.context.officeTheme?.bodyBackgroundColor;
  const found = /^#(..)(..)(..)$/.exec(colour ?? '');
  if (found === null) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? 'dark' : 'light';
};

/** Outlook as a host, by office.js. Outside of Outlook the page still opens, without an item. */
export const officeHost = async (surface: 'taskpane' | 'ribbon'): Promise<Host> => {
  const { host } = await Office.onReady();
  const inOutlook = host === Office.HostType.Outlook;
  const config = inOutlook ? await readNestedConfig() : undefined;
  return {
    ...browserParts(),
    surface,
    version: __LOCKSTEP_VERSION__,
    languages: inOutlook ? [Office.context.displayLanguage, ...navigator.languages] : navigator.languages,
    // localStorage, as pane and ribbon command are two pages that share one sign-in; kept apart by Office's partition key.
    storage: webStorage(localStorage, `lockstep:${inOutlook ? (Office.context.partitionKey ?? '') : ''}:`),
    service: ownService(),
    item: inOutlook ? officeItem(Office.context.mailbox) : null,
    webSignIn: inOutlook ? dialogSignIn() : null,
    nestedSignIn: config === undefined ? null : nestedSignIn(config),
    theme: () => (inOutlook ? officeTheme() : null),
    onThemeChanged: (listener) => {
      if (inOutlook && Office.context.requirements.isSetSupported('Mailbox', '1.14'))
        Office.context.mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, listener);
      return () => undefined;
    },
    openConsole: (place) => window.open(`${location.origin}/console/${place}`, '_blank', 'noopener'),
    openPanel: null,
    update: null,
  };
};
