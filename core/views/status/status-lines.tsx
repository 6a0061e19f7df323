import type { User } from '../../contract/client/index.ts';
import { formatAge, reasonDetails, reasonTitles, sayReason, statusText, whoActs } from '../../text/index.ts';
import { useApp, useLocale, useText } from '../app/index.ts';
import { Age, StateIcon } from '../parts/index.ts';
import './status.css';

export interface StatusLinesProps {
  user: User;
  /** When the service said so, where that was not just now. */
  rememberedAt?: number | undefined;
}

/** The effective status: shape, word and colour, how fresh it is, the reason, the level that set it, and who acts. */
export const StatusLines = ({ user, rememberedAt }: StatusLinesProps) => {
  const t = useText(statusText);
  const app = useApp();
  const locale = useLocale();
  const { state, reason, level, until, checkedAt } = user.status;
  // Who acts is said only where somebody has to.
  const who = state === 'needs-attention' || state === 'off' ? whoActs(reason) : undefined;
  const calm = state === 'up-to-date' || state === 'syncing';
  const age = (at: string): string => formatAge(Date.parse(at), app.service.now(), locale);
  return (
    <div class="status">
      <StateIcon state={state} size={24} />
      <div>
        <p class="status-word">{t(state)}</p>
        <p class="small quiet">
          {rememberedAt === undefined ? null : (
            <>
              <Age at={rememberedAt} say={(time) => t('last-known', { time })} />
              {' · '}
              {t('checking')}
            </>
          )}
          {rememberedAt === undefined && checkedAt !== null ? <Age at={checkedAt} say={(time) => t('checked', { age: time })} /> : null}
          {rememberedAt === undefined && checkedAt === null ? t('never-checked') : null}
          {rememberedAt === undefined && calm && user.nextRunAt !== null ? ` · ${t('next-run', { age: age(user.nextRunAt) })}` : null}
        </p>
      </div>
      {calm ? null : (
        <div class="status-why stack">
          <p>
            <strong>{sayReason(reasonTitles, reason, locale)}.</strong> {sayReason(reasonDetails, reason, locale)}
          </p>
          <p class="small quiet">
            {level === 'user' ? null : `${t(`by-${level}`)}. `}
            {until === null ? null : `${t('until', { age: age(until) })} `}
            {who === undefined ? null : t(`who-${who}`)}
          </p>
        </div>
      )}
    </div>
  );
};
