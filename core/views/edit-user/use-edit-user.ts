import { useState } from 'preact/hooks';
import type { RouteKey, User } from '../../contract/client/index.ts';
import { editUserText } from '../../text/index.ts';
import { type Sent, send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { changedFields, draftOf, type UserDraft } from './changed-fields.ts';
import type { Move } from './move-question.tsx';

/** A user's fields in the making: a move is asked about first, everything else is saved at once. */
export const useEditUser = (user: User, onSaved: () => void) => {
  const app = useApp();
  const t = useText(editUserText);
  const say = useSayTrouble();
  const [draft, setDraft] = useState<UserDraft>(() => draftOf(user));
  const [move, setMove] = useState<Move | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const path = { id: user.id };
  const changed = changedFields(user, draft);
  const refused = <K extends RouteKey>(sent: Exclude<Sent<K>, { answer: unknown }>): void => {
    const taken = 'trouble' in sent && sent.trouble.problem?.code === 'address_taken';
    const reason = taken ? t('address-taken') : say(sent);
    app.notice.value = { kind: 'bad', text: t('not-saved', { reason }) };
  };
  const store = async (): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'PATCH /api/users/{id}', { path, body: changed });
    setBusy(false);
    setMove(undefined);
    if (!('answer' in sent)) return refused(sent);
    app.notice.value = { kind: 'good', text: t('saved', { name: sent.answer.name }) };
    onSaved();
  };
  const save = async (): Promise<void> => {
    if (changed.organizationId === undefined) return store();
    const sent = await send(app, 'POST /api/users/{id}/move/preview', { path, body: { organizationId: changed.organizationId } });
    if ('answer' in sent) setMove(sent.answer);
    else refused(sent);
  };
  return {
    draft,
    put: (more: Partial<UserDraft>) => setDraft({ ...draft, ...more }),
    unchanged: Object.keys(changed).length === 0,
    move,
    busy,
    save,
    confirm: store,
    cancel: () => setMove(undefined),
  };
};
