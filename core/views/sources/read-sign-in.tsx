import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { sourcesText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';

type Owner = Pick<NonNullable<Answer<'GET /api/organizations/{id}/sources'>['owner']>, 'userId' | 'name' | 'signedIn'>;

/** Whether the owner lets Teams and sites be read, and the way to it: a sign-in of its own, which nobody can do in the owner's stead. */
export const ReadSignIn = ({ owner, own = false, onChanged }: { owner: Owner; own?: boolean; onChanged: () => void }) => {
  const app = useApp();
  const t = useText(sourcesText);
  const say = useSayTrouble();
  const [busy, setBusy] = useState(false);
  const { webSignIn } = app.host;
  const { name, userId, signedIn } = owner;
  if (signedIn) return <p class="small">{t('signed-in', { name })}</p>;

  const signIn = async (returnTo: string, run: (url: string) => Promise<string | undefined>): Promise<void> => {
    const path = { id: userId, side: 'sources' as const };
    const { url } = await app.service.client.call('POST /api/users/{id}/connections/{side}', { path, body: { returnTo } });
    const back = await run(url);
    const code = back === undefined ? null : new URL(back).searchParams.get('code');
    if (code === null) return;
    await app.service.client.call('POST /api/users/{id}/connections/{side}/finish', { path, body: { code } });
    app.notice.value = { kind: 'good', text: t('signed-in', { name }) };
    onChanged();
  };
  const start = async (): Promise<void> => {
    if (webSignIn === null) return;
    setBusy(true);
    try {
      await signIn(webSignIn.returnTo, (url) => webSignIn.run(url));
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      const foreign = trouble.problem?.status === 403 || trouble.problem?.status === 404;
      app.notice.value = {
        kind: 'bad',
        text: foreign ? t('not-signed-in', { name }) : t('not-done', { reason: say(trouble) }),
      };
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack">
      {own ? null : <p class="small">{t('not-signed-in', { name })}</p>}
      {webSignIn === null ? null : (
        <div class="row">
          <Button busy={busy} onPress={() => void start()}>
            {t('sign-in')}
          </Button>
        </div>
      )}
    </div>
  );
};
