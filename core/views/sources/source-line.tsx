import type { Answer } from '../../contract/client/index.ts';
import { reasonTitles, sayReason, sourcesText } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import type { Trouble } from '../connect/index.ts';
import { Button, StateIcon } from '../parts/index.ts';
import '../organizations/organizations.css';

export type Source = Answer<'GET /api/organizations/{id}/sources'>['items'][number];

interface LineProps {
  source: Source;
  organizationId: string;
  mayChange: boolean;
  onChanged: () => void;
}

/** One Team or site: how it stands, whose it is, and its switch. */
export const SourceLine = ({ source, organizationId, mayChange, onChanged }: LineProps) => {
  const t = useText(sourcesText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const { id, name, kind, owner, lane } = source;
  const isOn = lane?.synchronization.enabled === true;
  const refused = (trouble: Trouble): void => {
    const noOwner = trouble.problem?.code === 'owner_not_possible';
    app.notice.value = { kind: 'bad', text: noOwner ? t('refused') : t('not-done', { reason: say(trouble) }) };
  };
  const turn = async (on: boolean): Promise<void> => {
    const path = { id: organizationId, source: id };
    const sent = await send(app, 'PATCH /api/organizations/{id}/sources/{source}', { path, body: { enabled: on } });
    if ('trouble' in sent) return refused(sent.trouble);
    onChanged();
    const waits = 'answer' in sent && sent.answer.lane?.status.reason === 'preview-waits';
    app.notice.value = { kind: 'good', text: t(waits ? 'waits-for-preview' : on ? 'turned-on' : 'turned-off', { name }) };
  };
  const sync = async (): Promise<void> => {
    const sent = await send(app, 'POST /api/users/{id}/sync', { path: { id } });
    if ('trouble' in sent) return refused(sent.trouble);
    app.notice.value = { kind: 'good', text: t('syncing', { name }) };
  };
  const state = lane === null ? t('never-on') : sayReason(reasonTitles, lane.status.reason, locale);
  return (
    <li class="organization">
      <StateIcon state={lane?.status.state ?? 'off'} size={16} />
      <div>
        <p class={isOn ? '' : 'switched-off'}>
          <strong>{name}</strong> <span class="badge">{t(kind)}</span>
        </p>
        <p class="small quiet">
          {state}
          {owner === null ? null : ` · ${t('owned-by', { name: owner.name })}`}
          {lane === null || lane.openIssues === 0 ? null : ` · ${t('issues', { count: lane.openIssues })}`}
        </p>
        {lane === null ? null : (
          <p class="small">
            <a href={`#/users/${id}`} aria-label={t('open', { name })}>
              {t('details')}
            </a>
          </p>
        )}
      </div>
      {mayChange ? (
        <span class="row">
          {isOn ? (
            <Button look="subtle" label={t('sync-named', { name })} onPress={() => void sync()}>
              {t('sync')}
            </Button>
          ) : null}
          <Button look="subtle" label={t(isOn ? 'turn-off-named' : 'turn-on-named', { name })} onPress={() => void turn(!isOn)}>
            {t(isOn ? 'turn-off' : 'turn-on')}
          </Button>
        </span>
      ) : null}
    </li>
  );
};
