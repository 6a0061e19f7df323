import { historyText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { FieldLines } from './field-lines.tsx';
import type { Row } from './use-job.ts';
import './history.css';

const objects = ['contact', 'event', 'task', 'email'] as const;

/** Rows of a job: which item, what happens to it and why, and its values before and after. */
export const RowTable = ({ rows }: { rows: readonly Row[] }) => {
  const t = useText(historyText);
  const locale = useLocale();
  const outcome = (row: Row) =>
    row.outcome === 'planned' || row.outcome === 'done' || row.outcome === 'refused' ? '' : ` · ${t(`outcome-${row.outcome}`)}`;
  const nameObject = (object: string | null): string => {
    const known = objects.find((one) => one === object);
    return known === undefined ? (object ?? t('row-mailbox')) : t(`object-${known}`);
  };
  return (
    <table class="job-rows">
      <thead>
        <tr>
          <th scope="col">{t('row-what')}</th>
          <th scope="col">{t('row-does')}</th>
          <th scope="col">{t('row-fields')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            <td>{row.title ?? nameObject(row.object)}</td>
            <td>
              {t(`action-${row.action}` as 'action-skip')} {row.direction === null ? '' : t(`to-${row.direction}`)}
              {outcome(row)}
              {row.reason === null ? null : <span class="quiet small row-reason">{sayReason(reasonTitles, row.reason, locale)}</span>}
            </td>
            <td>
              <ul class="field-lines small">
                <FieldLines fields={row.fields} />
                {row.withheld ? <li class="quiet">{t('withheld')}</li> : null}
                {row.recipients.length === 0 ? null : <li>{t('mails-to', { people: row.recipients.join(', ') })}</li>}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
