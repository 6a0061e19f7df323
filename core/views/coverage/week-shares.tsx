import type { ComponentChildren } from 'preact';
import { coverageText, formatDay } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { type Share, ShareBar } from './share-bar.tsx';

interface WeekProps {
  week: { week: string; meetings: Share; mails: Share; private: number };
  children?: ComponentChildren;
}

/** One week: the share of meetings and of mails. */
export const WeekShares = ({ week, children }: WeekProps) => {
  const t = useText(coverageText);
  const locale = useLocale();
  return (
    <li class="coverage-week">
      <h3>
        <time dateTime={week.week}>{t('week-of', { day: formatDay(Date.parse(week.week), locale) })}</time>
      </h3>
      <dl class="shares">
        <div>
          <dt>{t('meetings')}</dt>
          <dd>
            <ShareBar share={week.meetings} />
          </dd>
        </div>
        <div>
          <dt>{t('mails')}</dt>
          <dd>
            <ShareBar share={week.mails} />
          </dd>
        </div>
      </dl>
      {week.private === 0 ? null : <p class="small quiet">{t('private', { count: week.private })}</p>}
      {children}
    </li>
  );
};
