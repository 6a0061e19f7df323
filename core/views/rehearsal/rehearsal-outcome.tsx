import { formatDay, rehearsalText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { Skeleton } from '../parts/index.ts';
import { FieldChanges } from './field-changes.tsx';
import { ScopeChanges } from './scope-changes.tsx';
import type { RehearsalState } from './use-rehearsal.ts';
import '../parts/table.css';
import './rehearsal.css';

/** What came out of a rehearsal. Troubles are said by who asked: they belong to what was filled in. */
export const RehearsalOutcome = ({ state, of }: { state: RehearsalState; of: 'mapping' | 'settings' }) => {
  const t = useText(rehearsalText);
  const locale = useLocale();
  if (state.kind === 'running')
    return (
      <div class="stack">
        <p role="status">{t('running')}</p>
        <Skeleton lines={[24, 24]} />
      </div>
    );
  if (state.kind !== 'done') return null;
  const { items, users, since, notCounted } = state.rehearsal;
  return (
    <section class="rehearsal stack" aria-label={t('title')}>
      <p role="status">{t('looked-at', { items, users, day: formatDay(Date.parse(since), locale) })}</p>
      {notCounted.map((what) => (
        <p key={what} class="strip warning">
          {t(`not-counted-${what}`)}
        </p>
      ))}
      {of === 'mapping' ? <FieldChanges rehearsal={state.rehearsal} /> : null}
      <ScopeChanges rehearsal={state.rehearsal} />
    </section>
  );
};
