import type { User } from '../../contract/client/index.ts';
import { formatCountdown, formatTimeOfDay, type Speak, syncText } from '../../text/index.ts';
import { useApp, useLocale, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import type { SyncPhase } from './sync-phase.ts';
import { useSync } from './use-sync.ts';

const label = (t: Speak<keyof (typeof syncText)['en']>, phase: SyncPhase): string => {
  switch (phase.kind) {
    case 'starting':
      return t('starting');
    case 'queued':
      return t('queued');
    case 'syncing':
      return phase.total > 0 ? t('syncing-of', { done: phase.done, total: phase.total }) : t('syncing');
    case 'cooling':
      return t('again-in', { time: formatCountdown(phase.left) });
    default:
      return t('sync-now');
  }
};

export interface SyncButtonProps {
  user: User;
  /** Something about the user changed: ask again. */
  onChanged: () => void;
  /** In a list: names the user for screen readers, and stays narrow. */
  inList?: boolean;
}

/** "Sync now" through all of its states, with a bar while it runs and what came of it below. */
export const SyncButton = ({ user, onChanged, inList }: SyncButtonProps) => {
  const t = useText(syncText);
  const app = useApp();
  const locale = useLocale();
  const { phase, outcome, start } = useSync(user, onChanged);
  const time = phase.kind === 'cooling' ? formatTimeOfDay(app.service.now() + phase.left, locale) : '';
  const heldBy = phase.kind === 'cooling' ? t('again-after', { time }) : phase.kind === 'off' ? t('off-hint') : undefined;
  const busy = phase.kind === 'starting' || phase.kind === 'queued' || phase.kind === 'syncing';
  const counted = phase.kind === 'syncing' && phase.total > 0;
  return (
    <div class="sync">
      <Button
        look={inList ? 'plain' : 'primary'}
        wide={!inList}
        icon={busy ? undefined : 'sync'}
        busy={busy}
        heldBy={heldBy}
        label={inList && phase.kind === 'ready' ? t('sync-user', { name: user.name }) : undefined}
        onPress={start}
      >
        <span class="number">{label(t, phase)}</span>
      </Button>
      {busy && !inList ? (
        <progress
          class="sync-bar"
          aria-label={t('syncing')}
          max={counted ? phase.total : undefined}
          value={counted ? phase.done : undefined}
        />
      ) : null}
      <p class="small quiet sync-outcome" role="status">
        {outcome}
      </p>
    </div>
  );
};
