import { useState } from 'preact/hooks';
import { formatMoment, settingChangesText, settingsText } from '../../text/index.ts';
import { useLocale, usePages, useText } from '../app/index.ts';
import { Button, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { nameInFull } from './name-in-full.ts';
import type { SettingChange } from './setting-change.ts';
import type { Level } from './setting-line.tsx';
import { UndoChange } from './undo-change.tsx';
import { useSayMade } from './use-say-made.ts';
import '../parts/table.css';
import './settings.css';

const ChangeRow = ({ change, onUndo }: { change: SettingChange; onUndo: (() => void) | undefined }) => {
  const t = useText(settingChangesText);
  const s = useText(settingsText);
  const locale = useLocale();
  const say = useSayMade();
  const { key, at, by, onBehalfOf, before, after, isUndo, undone } = change;
  const name = nameInFull(s, key);
  const time = formatMoment(Date.parse(at), locale);
  return (
    <tr>
      <td data-name={t('when')}>
        <time dateTime={at}>{time}</time>
      </td>
      <td data-name={t('who')}>
        <span>
          {by ?? t('by-service')}
          {onBehalfOf === null ? null : <span class="small quiet change-note">{t('on-behalf', { customer: onBehalfOf.name })}</span>}
        </span>
      </td>
      <td data-name={t('what')}>
        <span>
          {name}
          {isUndo ? <span class="small quiet change-note">{t('is-undo')}</span> : null}
        </span>
      </td>
      <td data-name={t('before')}>{say(key, before)}</td>
      <td data-name={t('after')}>{say(key, after)}</td>
      <td>
        {undone ? <span class="small quiet">{t('undone')}</span> : null}
        {onUndo === undefined || undone ? null : (
          <Button look="subtle" label={t('undo-named', { name, time })} onPress={onUndo}>
            {t('undo')}
          </Button>
        )}
      </td>
    </tr>
  );
};

interface ChangesProps {
  level: Exclude<Level, 'default'>;
  id: string;
  mayUndo: boolean;
}

/** What was set on a level, who did so and for whom, and taking it back after a look at what that means. */
export const SettingChanges = ({ level, id, mayUndo }: ChangesProps) => {
  const t = useText(settingChangesText);
  const [asked, setAsked] = useState<SettingChange | undefined>(undefined);
  const changes = usePages(
    `setting changes ${level} ${id}`,
    (client, query) => client.call('GET /api/settings/{level}/{id}/changes', { path: { level, id }, query }),
    (event) => event.kind === 'settings.changed',
    20,
  );
  const shown = changes.shown.value;
  const trouble = changes.trouble.value;
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void changes.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24, 24]} /> : null}
      {shown !== undefined && changes.items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      {changes.items.length === 0 ? null : (
        <table class="wrapping changes">
          <thead>
            <tr>
              {(['when', 'who', 'what', 'before', 'after'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {changes.items.map((change) => (
              <ChangeRow key={change.id} change={change} onUndo={mayUndo ? () => setAsked(change) : undefined} />
            ))}
          </tbody>
        </table>
      )}
      <ShowMore shown={changes.items.length} more={changes.more} of={t('title')} onMore={changes.showMore} />
      {asked === undefined ? null : (
        <UndoChange key={asked.id} change={asked} onClose={() => setAsked(undefined)} onDone={() => void changes.load()} />
      )}
    </Card>
  );
};
