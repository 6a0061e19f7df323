import { paneText } from '../../text/index.ts';
import { dropWaiting, useApp, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';

/** The clicks made without a connection: how many wait, that some were not sent any more, and to let go of them. */
export const Outbox = () => {
  const app = useApp();
  const t = useText(paneText);
  const { waiting, dropped } = app.outbox.value;
  const shown = waiting > 0 || dropped > 0;
  return (
    <div class={shown ? 'strip' : undefined} role="status">
      {waiting > 0 ? <p>{t('waiting', { count: waiting })}</p> : null}
      {dropped > 0 ? <p>{t('dropped', { count: dropped })}</p> : null}
      {shown ? <Button onPress={() => void dropWaiting(app)}>{t(waiting > 0 ? 'discard' : 'seen')}</Button> : null}
    </div>
  );
};
