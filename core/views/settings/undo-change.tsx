import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { reasonTitles, sayReason, settingChangesText, settingsText, statesText } from '../../text/index.ts';
import { type Sent, send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';
import { Skeleton } from '../parts/index.ts';
import { nameInFull } from './name-in-full.ts';
import type { SettingChange } from './setting-change.ts';
import { useSayMade } from './use-say-made.ts';
import { useSayValue } from './use-say-value.ts';

type Route = 'POST /api/settings/changes/{id}/undo';
type Look = Answer<Route>;

const Consequence = ({ look, name }: { look: Look; name: string }) => {
  const t = useText(settingChangesText);
  const s = useText(settingsText);
  const made = useSayMade();
  const value = useSayValue();
  const locale = useLocale();
  if (look.outcome === 'refused') return <p>{t('refused', { reason: sayReason(reasonTitles, look.reason ?? '', locale) })}</p>;
  return (
    <>
      <p>{t('now', { value: made(name, look.current) })}</p>
      <p>{look.restored === null ? t('nothing-again') : t('again', { value: made(name, look.restored) })}</p>
      <p>{t('holds', { value: value(name, look.holds.value), from: s(`from-${look.holds.from.level}`) })}</p>
      <p>
        {t('reach', { count: look.users })} {look.ownValues > 0 ? t('own', { count: look.ownValues }) : null}
      </p>
    </>
  );
};

interface UndoProps {
  change: SettingChange;
  onClose: () => void;
  onDone: () => void;
}

/** The undo of one change: its consequence first, then the yes. */
export const UndoChange = ({ change, onClose, onDone }: UndoProps) => {
  const app = useApp();
  const t = useText(settingChangesText);
  const x = useText(settingsText);
  const s = useText(statesText);
  const say = useSayTrouble();
  const locale = useLocale();
  const [look, setLook] = useState<Look | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const name = nameInFull(x, change.key);
  const call = (dryRun: boolean): Promise<Sent<Route>> =>
    send(app, 'POST /api/settings/changes/{id}/undo', { path: { id: change.id }, body: { dryRun } });
  const refuse = (reason: string): void => {
    app.notice.value = { kind: 'bad', text: t('not-done', { reason }) };
    onClose();
  };
  const read = (sent: Sent<Route>): Look | undefined => {
    if ('answer' in sent) return sent.answer;
    if ('trouble' in sent && sent.trouble.problem?.code === 'setting_locked') refuse(x('locked'));
    else refuse(say(sent));
    return undefined;
  };
  useEffect(() => {
    let stands = true;
    void call(true).then((sent) => {
      if (stands) setLook(read(sent));
    });
    return () => {
      stands = false;
    };
  }, []);
  const undo = async (): Promise<void> => {
    setBusy(true);
    const answer = read(await call(false));
    setBusy(false);
    if (answer === undefined) return;
    if (answer.outcome === 'refused') return refuse(sayReason(reasonTitles, answer.reason ?? '', locale));
    app.notice.value = { kind: 'good', text: t('done', { name }) };
    onClose();
    onDone();
  };
  const held = look === undefined ? s('loading') : look.outcome === 'refused' ? t('refused', { reason: '' }) : undefined;
  return (
    <Confirm
      title={t('undo-title', { name })}
      yes={t('undo-yes')}
      cancel={t('undo-no')}
      busy={busy}
      heldBy={held}
      onYes={() => void undo()}
      onCancel={onClose}
    >
      {look === undefined ? <Skeleton lines={[20, 20, 20]} /> : <Consequence look={look} name={change.key} />}
    </Confirm>
  );
};
