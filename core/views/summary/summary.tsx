import type { StatusState, User } from '../../contract/client/index.ts';
import { sayStatusReason, statesText, statusText, summaryText, whoActs } from '../../text/index.ts';
import { useLocale, useResource, useText } from '../app/index.ts';
import { Age, Button, Card, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import { StateCounts } from './state-counts.tsx';
import './summary.css';

/** Above that many users, one cause is shown on its own instead of each of them. */
const shared = 2;

export interface SummaryProps {
  onOpenUser: (user: User) => void;
  onShowState: (state: StatusState) => void;
  /** As many of those who need somebody as fit. */
  most: number;
}

const AttentionLine = ({ user, onOpen }: { user: User; onOpen: () => void }) => {
  const t = useText(summaryText);
  const s = useText(statusText);
  const locale = useLocale();
  const who = whoActs(user.status.reason);
  return (
    <li class="attention">
      <StateIcon state={user.status.state} size={16} />
      <div>
        <p class="clip">{user.name}</p>
        <p class="small quiet">
          {sayStatusReason(user.status.reason, locale)}
          {who === undefined ? null : ` · ${s(`acts-${who}`)}`}
        </p>
      </div>
      <Button label={t('open-user', { name: user.name })} onPress={onOpen}>
        {t('open')}
      </Button>
    </li>
  );
};

/** The administrator's summary: users by state, causes that many share, and who needs somebody and why. */
export const Summary = ({ onOpenUser, onShowState, most }: SummaryProps) => {
  const t = useText(summaryText);
  const s = useText(statesText);
  const locale = useLocale();
  const summary = useResource(
    'summary',
    (client) => client.call('GET /api/summary', {}),
    (event) => event.kind !== 'session.progress',
  );
  const shown = summary.shown.value;
  const trouble = summary.trouble.value;
  const causes = (shown?.value.causes ?? []).filter(
    (cause) => cause.users > shared && cause.state !== 'up-to-date' && cause.state !== 'syncing',
  );
  const attention = shown?.value.attention ?? [];
  return (
    <div class="stack">
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void summary.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[84, 120]} /> : null}
      {shown === undefined ? null : (
        <>
          <StateCounts users={shown.value.users} onChoose={onShowState} />
          {causes.length === 0 ? null : (
            <Card title={t('causes')}>
              <ul>
                {causes.slice(0, 3).map((cause) => (
                  <li class="cause" key={`${cause.reason} ${cause.level}`}>
                    <StateIcon state={cause.state} size={16} />
                    <span>{sayStatusReason(cause.reason, locale)}</span>
                    <span class="small quiet number">{t('affected', { count: cause.users })}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={t('attention')}>
            {attention.length === 0 ? (
              <p class="state">
                <StateIcon state="up-to-date" size={16} />
                <span>{shown.value.users.total === 0 ? t('none') : t('nobody-needs')}</span>
              </p>
            ) : (
              <ul>
                {attention.slice(0, most).map((user) => (
                  <AttentionLine key={user.id} user={user} onOpen={() => onOpenUser(user)} />
                ))}
              </ul>
            )}
            {attention.length > most ? (
              <div class="row">
                <Button look="subtle" onPress={() => onShowState('needs-attention')}>
                  {t('show-all', { count: shown.value.users.byState['needs-attention'] ?? attention.length })}
                </Button>
              </div>
            ) : null}
          </Card>
          <p class="small quiet">
            <Age at={shown.at} say={(time) => s('as-of', { time })} />
          </p>
        </>
      )}
    </div>
  );
};
