import { reasonTitles, rehearsalText, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import type { Rehearsal } from './use-rehearsal.ts';

type Change = Rehearsal['changes'][number];

/** What would begin or cease to be synced, by kind and reason, with examples by name. */
export const ScopeChanges = ({ rehearsal }: { rehearsal: Rehearsal }) => {
  const t = useText(rehearsalText);
  const locale = useLocale();
  const { changes, examples, starting, ending } = rehearsal;
  if (changes.length === 0) return <p>{t('no-change')}</p>;
  const say = (reason: Change['before']): string => (reason === null ? t('travels') : sayReason(reasonTitles, reason, locale));
  const place = ({ object, side }: Pick<Change, 'object' | 'side'>): string => t(`in-${side}`, { object: t(object) });
  return (
    <div class="stack">
      <p>
        <strong>{t('starting', { count: starting })}</strong> <strong>{t('ending', { count: ending })}</strong>
      </p>
      <h3>{t('by-reason')}</h3>
      <table class="wrapping">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('items')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.object} ${change.side} ${change.before} ${change.after}`}>
              <th scope="row">{place(change)}</th>
              <td data-name={t('before')}>{say(change.before)}</td>
              <td data-name={t('after')}>{say(change.after)}</td>
              <td data-name={t('items')} class="number">
                {change.items}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {examples.length === 0 ? null : (
        <details>
          <summary>{t('examples')}</summary>
          <ul class="rehearsal-examples">
            {examples.map((example) => (
              <li key={`${example.userId} ${example.side} ${example.id}`}>
                {example.title ?? t('untitled')}
                <span class="small quiet">{` · ${place(example)} · ${say(example.before)} → ${say(example.after)}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
