import type { User } from '../../contract/client/index.ts';
import { formatAge, mailboxStatusText, sayReason, sayStatusReason, statusText, type Words, whoActs } from '../../text/index.ts';
import { useApp, useLocale, useText } from '../app/index.ts';
import { Age, StateIcon } from '../parts/index.ts';
import './status.css';

export interface StatusLinesProps {
  user: User;
  /** When the service said so, where that was not just now. */
  rememberedAt?: number | undefined;
  /** The sentences of the reasons, where there is room for them. */
  details?: Words | undefined;
  compact?: boolean | undefined;
  /** Whether the reader is that user: "you can fix this". */
  own: boolean;
}

/** How fresh the status is: never shown without. */
const Freshness = ({ user, rememberedAt }: { user: User; rememberedAt: number | undefined }) => {
  const t = useText(mailboxStatusText);
  const app = useApp();
  const locale = useLocale();
  const { state, checkedAt } = user.status;
  if (rememberedAt !== undefined)
    return (
      <p class="small quiet">
        <Age at={rememberedAt} say={(time) => t('last-known', { time })} />
        {` · ${t('checking')}`}
      </p>
    );
  return (
    <p class="small quiet">
      {checkedAt === null ? t('never-checked') : <Age at={checkedAt} say={(time) => t('checked', { age: time })} />}
      {state === 'up-to-date' && user.nextRunAt !== null
        ? ` · ${t('next-run', { age: formatAge(Date.parse(user.nextRunAt), app.service.now(), locale) })}`
        : null}
    </p>
  );
};

/** The effective status: shape, word and colour, how fresh it is, the reason, the level that set it, and who acts. */
export const StatusLines = ({ user, rememberedAt, details, own, compact }: StatusLinesProps) => {
  const s = useText(statusText);
  const t = useText(mailboxStatusText);
  const app = useApp();
  const locale = useLocale();
  const { state, reason, level, until } = user.status;
  // Who acts is said only where somebody has to.
  const who = state === 'needs-attention' || state === 'off' ? whoActs(reason) : undefined;
  const calm = state === 'up-to-date' || state === 'syncing';
  const age = (at: string): string => formatAge(Date.parse(at), app.service.now(), locale);
  return (
    <div class={compact ? 'status compact' : 'status'}>
      <StateIcon state={state} size={compact ? 20 : 24} />
      <div>
        <p class="status-word">{s(state)}</p>
        <Freshness user={user} rememberedAt={rememberedAt} />
      </div>
      {calm ? null : (
        <div class="status-why stack">
          <p>
            <strong>{sayStatusReason(reason, locale)}.</strong> {details === undefined ? null : sayReason(details, reason, locale)}
          </p>{' '}
          <p class="small quiet">
            {level === 'user' ? null : `${t(`by-${level}`)}. `}
            {until === null ? null : `${t('until', { age: age(until) })} `}
            {who === undefined ? null : t(who === 'user' && !own ? 'who-that-user' : `who-${who}`)}
          </p>
        </div>
      )}
    </div>
  );
};
