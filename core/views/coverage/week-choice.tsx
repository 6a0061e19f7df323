import { coverageText } from '../../text/index.ts';
import { useText } from '../app/index.ts';

const choices = [4, 13, 26] as const;

/** How far back coverage is shown. */
export const WeekChoice = ({ weeks, onWeeks }: { weeks: number; onWeeks: (weeks: number) => void }) => {
  const t = useText(coverageText);
  return (
    <label class="row">
      <span class="small">{t('weeks')}</span>
      <select class="input weeks" value={String(weeks)} onChange={(event) => onWeeks(Number(event.currentTarget.value))}>
        {choices.map((count) => (
          <option key={count} value={String(count)}>
            {t('weeks-count', { count })}
          </option>
        ))}
      </select>
    </label>
  );
};
