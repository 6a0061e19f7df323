import { coverageText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';

export interface Share {
  total: number;
  reached: number;
}

/** A share as number and bar. The bar repeats the number, so screen readers pass over it. */
export const ShareBar = ({ share }: { share: Share }) => {
  const t = useText(coverageText);
  const locale = useLocale();
  const { total, reached } = share;
  if (total === 0) return <span class="small quiet">{t('share-none')}</span>;
  // Rounded down: 100 % is said only where nothing is missing.
  const percent = Math.floor((reached / total) * 100);
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span class="small number">
        {t('share-of', { reached, total, percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100) })}
      </span>
    </span>
  );
};
