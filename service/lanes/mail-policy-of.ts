import { placeName, type ResolvedSettings, settingValues } from '../../core/customization/index.ts';
import { domainOf } from '../../core/mapping/index.ts';
import type { MailPolicy } from '../../core/sync/index.ts';
import type { LaneFacts } from './ports.ts';

const megabyte = 1_000_000;

/** What holds for mails, from the settings of all levels. Pure. */
export function mailPolicyOf(resolved: ResolvedSettings, { user, colleagues }: Pick<LaneFacts, 'user' | 'colleagues'>): MailPolicy {
  const settings = settingValues(resolved);
  const own = [...user.addresses, ...colleagues].map((address) => domainOf(address).toLowerCase());
  const excluded = [resolved['exclude.addresses'], resolved['exclude.domains']] as const;
  return {
    from: settings['email.past'] ? null : user.configuredAt,
    folder: placeName(settings.category, 'mail-folder'),
    autoSave: settings['email.autoSave'],
    internal: new Set([...own, ...settings['internal.domains']]),
    excluded: {
      addresses: new Set(settings['exclude.addresses']),
      domains: new Set(settings['exclude.domains']),
      by: excluded.every(({ from }) => from.level === 'user' || from.level === 'default') ? 'user' : 'admin',
    },
    relateTo: settings['email.relateTo'],
    files: {
      on: settings['email.attachments'],
      maxBytes: settings['email.attachments.maxMegabytes'] * megabyte,
      inline: settings['email.attachments.inline'],
    },
  };
}
