import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { paneText, reasonDetails, reasonTitles, sayReason } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';

type Standing = Answer<'GET /api/users/{id}/decisions'>;

interface Props {
  userId: string;
  object: 'event' | 'contact';
  id: string;
  onSaved: (standing: Standing) => void;
}

/** Save of a meeting or a contact: where the rules refuse it, the rule is said in its own words. */
export const SaveItem = ({ userId, object, id, onSaved }: Props) => {
  const t = useText(paneText);
  const app = useApp();
  const locale = useLocale();
  const say = useSayTrouble();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'POST /api/users/{id}/items/save', { path: { id: userId }, body: { object, itemId: id } });
    setBusy(false);
    if ('answer' in sent) return onSaved(sent.answer);
    if ('kept' in sent) {
      app.notice.value = { kind: 'plain', text: t('kept-offline') };
      return;
    }
    const barred = sent.trouble.problem?.problem?.reason;
    const reason =
      barred === undefined
        ? say(sent)
        : t('save-barred', { reason: sayReason(reasonTitles, barred, locale), detail: sayReason(reasonDetails, barred, locale) });
    app.notice.value = { kind: 'bad', text: t('save-failed', { reason }) };
  };
  return (
    <>
      <div class="row">
        <Button look="primary" busy={busy} onPress={() => void save()}>
          {t(busy ? 'saving' : 'save')}
        </Button>
      </div>
      <p class="small quiet">{t('save-note')}</p>
    </>
  );
};
