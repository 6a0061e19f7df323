import { useContext, useState } from 'preact/hooks';
import { settingsText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { Card, InFold, Skeleton, TroubleStrip } from '../parts/index.ts';
import { groupOf, nameSetting } from './name-setting.ts';
import { sayRefusal } from './say-refusal.ts';
import { SettingGroup } from './setting-group.tsx';
import { type Change, type Level, SettingLine } from './setting-line.tsx';
import { useSettings } from './use-settings.ts';
import './settings.css';

const groups = ['contact', 'event', 'task', 'email', 'other'] as const;

interface CardProps {
  level: Exclude<Level, 'default'>;
  id: string;
  title?: string;
  mayChange: boolean;
}

/** The settings of one level: each with the level that set it, and where this level may adjust it the control to do so. */
export const SettingsCard = ({ level, id, title, mayChange }: CardProps) => {
  const t = useText(settingsText);
  const say = useSayTrouble();
  const app = useApp();
  const [wanted, setWanted] = useState('');
  // In a pane all groups begin closed; the search opens those that have what is looked for.
  const folded = useContext(InFold);
  const path = { level, id };
  const resource = useSettings(level, id);
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const sought = wanted.trim().toLowerCase();
  const found = (shown?.value ?? []).filter(({ key }) => `${nameSetting(t, key)} ${key} ${t(groupOf(key))}`.toLowerCase().includes(sought));
  const reload = (): void => void resource.load();
  const change = async (asked: Change): Promise<void> => {
    const name = nameSetting(t, asked.key);
    const sent = await send(app, 'PATCH /api/settings/{level}/{id}', { path, body: { changes: [asked] } });
    if ('answer' in sent) {
      const problem = sent.answer.results[0]?.problem ?? null;
      const text = problem
        ? t('refused', { name, reason: sayRefusal(t, problem) })
        : t('remove' in asked ? 'taken-back' : 'saved', { name });
      app.notice.value = { kind: problem ? 'bad' : 'good', text };
    } else
      app.notice.value = {
        kind: 'bad',
        text: t('not-saved', { reason: say(sent) }),
      };
    reload();
  };
  return (
    <Card title={title ?? t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24, 24, 24]} /> : null}
      {shown === undefined ? null : (
        <input
          class="input"
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {shown !== undefined && found.length === 0 ? (
        <p class="quiet" role="status">
          {t('not-found')}
        </p>
      ) : null}
      {groups.map((group) => {
        const own = found.filter((setting) => groupOf(setting.key) === group);
        return own.length === 0 ? null : (
          <SettingGroup key={group} title={t(group)} open={sought !== '' || (group === 'contact' && !folded)}>
            <ul>
              {own.map((setting) => (
                <SettingLine
                  key={setting.key}
                  setting={setting}
                  wide={level !== 'user'}
                  mayChange={mayChange}
                  onChange={(asked) => void change(asked)}
                />
              ))}
            </ul>
          </SettingGroup>
        );
      })}
    </Card>
  );
};
