import { useEffect } from 'preact/hooks';
import { statesText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { Button } from './button.tsx';

/** How long good news stay (milliseconds). Bad news stay until they are closed; an undo gets its ten seconds. */
const stay = 10_000;

/** The answer to the last act, bottom left. */
export const Notices = () => {
  const app = useApp();
  const t = useText(statesText);
  const notice = app.notice.value;
  useEffect(() => {
    if (notice === undefined || notice.kind === 'bad') return undefined;
    return app.host.clock.every(stay, () => {
      if (app.notice.value === notice) app.notice.value = undefined;
    });
  }, [app, notice]);
  return (
    <div role={notice?.kind === 'bad' ? 'alert' : 'status'}>
      {notice === undefined ? null : (
        <div class="notice">
          <p>{notice.text}</p>
          {notice.act === undefined ? null : (
            <Button
              onPress={() => {
                app.notice.value = undefined;
                notice.act?.run();
              }}
            >
              {notice.act.label}
            </Button>
          )}
          <Button look="subtle" icon="close" label={t('dismiss')} onPress={() => (app.notice.value = undefined)} />
        </div>
      )}
    </div>
  );
};
