import { loadLanguage, pickLocale, ribbonText, translate } from '../../core/text/index.ts';
import { officeHost } from '../host/office-host.ts';
import { forceSync } from './force-sync.ts';
import { notify } from './notify.ts';

/** The ribbon's "Force sync". Office waits for completed(), at most five minutes: it is called whatever happens. */
const onForceSync = async (event: Office.AddinCommands.Event): Promise<void> => {
  try {
    const host = await officeHost('ribbon');
    const locale = pickLocale(host.languages);
    await loadLanguage(locale);
    await notify('progress', translate(ribbonText, locale)('progress'));
    const { text, bad } = await forceSync(host);
    await notify(bad ? 'error' : 'information', text);
  } finally {
    event.completed();
  }
};

await Office.onReady();
Office.actions.associate('forceSync', (event: Office.AddinCommands.Event) => void onForceSync(event));
