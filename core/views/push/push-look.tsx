import type { Answer } from '../../contract/client/index.ts';
import { pushText, settingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { nameInFull, sayRefusal, useSayValue } from '../settings/index.ts';
import type { Chosen } from './choose-settings.tsx';
import '../parts/table.css';

export type Look = Answer<'POST /api/settings/push'>['results'];

const LookRow = ({ row, chosen }: { row: Look[number]; chosen: Chosen }) => {
  const t = useText(pushText);
  const s = useText(settingsText);
  const say = useSayValue();
  const { key, name, result, problem, before, users, ownValues } = row;
  const then = result === 'unchanged' ? t('unchanged') : say(key, chosen.values[key]);
  return (
    <tr>
      <td data-name={t('target')}>{name}</td>
      <td data-name={t('setting')}>{nameInFull(s, key)}</td>
      <td data-name={t('now')}>
        <span>
          {before === null ? '' : say(key, before.value)}
          {before === null ? null : <span class="small quiet change-note">{s(`from-${before.from.level}`)}</span>}
        </span>
      </td>
      <td data-name={t('after')}>
        <span>
          {problem === null ? then : t('refused', { reason: sayRefusal(s, problem) })}
          {problem === null && !chosen.mayAdjust ? <span class="small quiet change-note">{t('may-not')}</span> : null}
        </span>
      </td>
      <td data-name={t('reach')}>
        <span>
          {users}
          {ownValues > 0 && problem === null ? (
            <span class="small quiet change-note">{t(chosen.replaceOwn ? 'own-replaced' : 'own-kept', { count: ownValues })}</span>
          ) : null}
        </span>
      </td>
    </tr>
  );
};

/** What a push would make of each target: now, then, for how many, and what is not possible. */
export const PushLook = ({ look, chosen }: { look: Look; chosen: Chosen }) => {
  const t = useText(pushText);
  return (
    <table class="wrapping changes">
      <thead>
        <tr>
          {(['target', 'setting', 'now', 'after', 'reach'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {look.map((row) => (
          <LookRow key={`${row.level} ${row.id} ${row.key}`} row={row} chosen={chosen} />
        ))}
      </tbody>
    </table>
  );
};
