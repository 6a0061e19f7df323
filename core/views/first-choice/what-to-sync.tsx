import { useId, useState } from 'preact/hooks';
import { firstChoiceText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { Button, Skeleton, TroubleStrip } from '../parts/index.ts';
import { useSettings } from '../settings/index.ts';
import { type Choices, changesOf, kinds, mayChoose, readChoices, type Setting, type Trigger, type Way, waysOf } from './choices.ts';

interface FormProps {
  settings: readonly Setting[];
  busy: boolean;
  onSave: (choices: Choices) => void;
}

const Form = ({ settings, busy, onSave }: FormProps) => {
  const t = useText(firstChoiceText);
  const id = useId();
  const [choices, setChoices] = useState(() => readChoices(settings));
  const triggers: readonly Trigger[] = ['everything', 'category', 'saved', ...(choices.trigger === 'mixed' ? (['mixed'] as const) : [])];
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(choices);
      }}
    >
      {kinds.map((kind) => (
        <div class="field" key={kind}>
          <label for={`${id}-${kind}`}>{t(kind)}</label>
          <select
            id={`${id}-${kind}`}
            class="input"
            disabled={!mayChoose(settings, kind)}
            value={choices.ways[kind]}
            onChange={(event) => setChoices({ ...choices, ways: { ...choices.ways, [kind]: event.currentTarget.value as Way } })}
          >
            {waysOf(kind).map((way) => (
              <option key={way} value={way}>
                {t(kind === 'email' && way === 'up' ? 'email-up' : way)}
              </option>
            ))}
          </select>
          {mayChoose(settings, kind) ? null : <span class="small quiet">{t('held')}</span>}
        </div>
      ))}
      <div class="field">
        <label for={`${id}-trigger`}>{t('trigger')}</label>
        <select
          id={`${id}-trigger`}
          class="input"
          value={choices.trigger}
          onChange={(event) => setChoices({ ...choices, trigger: event.currentTarget.value as Trigger })}
        >
          {triggers.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </select>
      </div>
      <div class="row">
        <Button submit busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
};

/**
 * What to sync, asked after both checks passed and before the first preview is confirmed (E15). `onSaved`: the preview that stands is of
 * other settings now.
 */
export const WhatToSync = ({ userId, onSaved }: { userId: string; onSaved: () => void }) => {
  const app = useApp();
  const t = useText(firstChoiceText);
  const say = useSayTrouble();
  const [busy, setBusy] = useState(false);
  const path = { level: 'user' as const, id: userId };
  const resource = useSettings('user', userId);
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const save = async (choices: Choices): Promise<void> => {
    const changes = changesOf(shown?.value ?? [], choices);
    if (changes.length === 0) return onSaved();
    setBusy(true);
    const sent = await send(app, 'PATCH /api/settings/{level}/{id}', { path, body: { changes } });
    setBusy(false);
    if (!('answer' in sent)) {
      const reason = say(sent);
      app.notice.value = { kind: 'bad', text: t('not-saved', { reason }) };
      return;
    }
    const refused = sent.answer.results.filter(({ result }) => result === 'refused').length;
    app.notice.value = refused > 0 ? { kind: 'bad', text: t('refused', { count: refused }) } : { kind: 'good', text: t('done') };
    onSaved();
  };
  return (
    <section class="stack" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[32, 32, 32]} /> : null}
      {shown === undefined ? null : <Form settings={shown.value} busy={busy} onSave={(choices) => void save(choices)} />}
    </section>
  );
};
