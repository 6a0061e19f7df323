import { useEffect, useId, useRef } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { bulkText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button, Icon } from '../parts/index.ts';
import { type BulkRun, useBulk } from './use-bulk.ts';

interface BarProps {
  /** Those that are ticked. */
  selected: readonly User[];
  onClear: () => void;
}

/** The menu that opens at the icon. A native popover: Escape and a click outside close it. */
const Menu = ({ selected, onAct }: { selected: readonly User[]; onAct: (enabled: boolean) => void }) => {
  const t = useText(bulkText);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // preact/compat is not here: these two attributes are set as they are named in HTML.
    opener.current?.setAttribute('popovertarget', `${id}-bulk`);
    panel.current?.setAttribute('popover', 'auto');
  }, [id]);
  const act = (enabled: boolean): void => {
    panel.current?.hidePopover();
    onAct(enabled);
  };
  const held = selected.length === 0 ? t('none') : undefined;
  const name = selected.length === 0 ? t('settings') : t('settings-of', { count: selected.length });
  return (
    <>
      <button ref={opener} type="button" class="button icon-only" aria-label={name} title={name}>
        <Icon name="gear" />
      </button>
      <div ref={panel} id={`${id}-bulk`} class="menu">
        <Button look="subtle" heldBy={held} onPress={() => act(true)}>
          {t('enable')}
        </Button>
        <Button look="subtle" heldBy={held} onPress={() => act(false)}>
          {t('disable')}
        </Button>
      </div>
    </>
  );
};

const Outcome = ({ run, onAgain, onClose }: { run: BulkRun; onAgain: (users: User[]) => void; onClose: () => void }) => {
  const t = useText(bulkText);
  const { done, all, failures, ended, enabled } = run;
  return (
    <div class={`strip ${failures.length > 0 ? 'bad' : ''}`} role="status">
      <div class="stack">
        <p>{ended ? t(enabled ? 'done-enable' : 'done-disable', { count: all - failures.length }) : t('running', { done, all })}</p>
        {failures.length === 0 ? null : (
          <>
            <p>{t('failed', { count: failures.length })}</p>
            <ul>
              {failures.map(({ user, reason }) => (
                <li key={user.id}>{`${user.name}: ${reason}`}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {ended && failures.length > 0 ? <Button onPress={() => onAgain(failures.map(({ user }) => user))}>{t('again')}</Button> : null}
      {ended ? <Button onPress={onClose}>{t('close')}</Button> : null}
    </div>
  );
};

/** What can be done to all ticked users (E18), upper right, and how it went for each. */
export const BulkBar = ({ selected, onClear }: BarProps) => {
  const t = useText(bulkText);
  const bulk = useBulk();
  const { run } = bulk;
  return (
    <>
      <div class="bulk">
        {selected.length === 0 ? null : (
          <>
            <span class="small">{t('selected', { count: selected.length })}</span>
            <Button look="subtle" onPress={onClear}>
              {t('clear')}
            </Button>
          </>
        )}
        <Menu selected={selected} onAct={(enabled) => void bulk.start(selected, enabled)} />
      </div>
      {run === undefined ? null : <Outcome run={run} onAgain={(users) => void bulk.start(users, run.enabled)} onClose={bulk.close} />}
    </>
  );
};
