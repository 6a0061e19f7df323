import { useState } from 'preact/hooks';
import type { Answer, User } from '../../contract/client/index.ts';
import { customizationText, statesText, usersText } from '../../text/index.ts';
import { send, useApp, useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';
import { useOrganizations } from '../organizations/index.ts';
import { Button, Card } from '../parts/index.ts';

type Preview = Answer<'POST /api/users/{id}/move/preview'>;

interface MoveProps {
  user: User;
  onMoved: () => void;
}

/** Moving a user to another organization: pick, save, and a yes or no to what that changes. */
export const MoveUser = ({ may, ...props }: MoveProps & { may: ReadonlySet<string> }) =>
  may.has('user.move') ? <MoveCard {...props} /> : null;

const MoveCard = ({ user, onMoved }: MoveProps) => {
  const t = useText(customizationText);
  const s = useText(statesText);
  const u = useText(usersText);
  const app = useApp();
  const [picked, setPicked] = useState<string>(user.organization.id);
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const organizations = (useOrganizations().shown.value?.value ?? []).filter((one) => one.customerId === user.customer.id);
  const path = { id: user.id };
  const refused = (kind: Parameters<typeof s>[0]): void => {
    app.notice.value = { kind: 'bad', text: t('not-begun', { reason: s(kind) }) };
  };
  const look = async (): Promise<void> => {
    const sent = await send(app, 'POST /api/users/{id}/move/preview', { path, body: { organizationId: picked } });
    if ('answer' in sent) setPreview(sent.answer);
    else refused('kept' in sent ? 'reason-offline' : `reason-${sent.trouble.kind}`);
  };
  const move = async (to: Preview['to']): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'PATCH /api/users/{id}', { path, body: { organizationId: to.id } });
    setBusy(false);
    setPreview(undefined);
    if (!('answer' in sent)) return refused('kept' in sent ? 'reason-offline' : `reason-${sent.trouble.kind}`);
    app.notice.value = { kind: 'good', text: t('moved', { name: user.name, organization: to.name }) };
    onMoved();
  };
  const values = preview && {
    from: u(`access-${preview.from.mailboxAccess}`),
    to: u(`access-${preview.to.mailboxAccess}`),
    count: preview.settings.length,
  };
  return (
    <Card title={t('move')}>
      <label class="stack">
        <span>{t('move-to')}</span>
        <select class="input" value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
          {organizations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <div class="row card-line">
        <Button heldBy={picked === user.organization.id ? t('no-warning') : undefined} onPress={() => void look()}>
          {t('save')}
        </Button>
      </div>
      {preview === undefined ? null : (
        <Confirm
          title={t('move-ask', { name: user.name, organization: preview.to.name })}
          yes={t('move-yes')}
          cancel={t('cancel')}
          busy={busy}
          onYes={() => void move(preview.to)}
          onCancel={() => setPreview(undefined)}
        >
          {preview.warnings.length === 0 ? <p>{t('no-warning')}</p> : null}
          <ul>
            {preview.warnings.map((warning) => (
              <li key={warning}>{t(`warn-${warning}`, values)}</li>
            ))}
          </ul>
        </Confirm>
      )}
    </Card>
  );
};
