import type { Item } from '../../contract/client/index.ts';
import { coverageText, formatMoment, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { Icon } from '../parts/index.ts';

type Week = Item<'GET /api/users/{id}/coverage'>;

/** What did not reach Salesforce in a week, by name, and why. */
export const GapList = ({ gaps, more }: Pick<Week, 'gaps' | 'more'>) => {
  const t = useText(coverageText);
  const locale = useLocale();
  if (gaps.length + more === 0) return null;
  return (
    <details class="gaps">
      <summary>
        {t('gaps', { count: gaps.length + more })}
        <Icon name="chevron" size={16} />
      </summary>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.object} ${gap.id}`}>
            <p>
              <strong>{gap.title ?? t('untitled')}</strong>
            </p>
            <p class="small quiet">
              {t(gap.object === 'event' ? 'meeting' : 'mail')}
              {' · '}
              <time dateTime={gap.at}>{formatMoment(Date.parse(gap.at), locale)}</time>
              {` · ${gap.people.join(', ')}`}
            </p>
            <p class="small">{gap.reason === null ? t('no-reason') : sayReason(reasonTitles, gap.reason, locale)}</p>
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p class="small quiet">{t('more-gaps', { count: more })}</p>}
    </details>
  );
};
