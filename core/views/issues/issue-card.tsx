import { useState } from 'preact/hooks';
import type { Ask, Issue, IssueOffer } from '../../contract/client/index.ts';
import { issuesText, reasonDetails, reasonTitles, type Speak, sayReason } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Age, Button, Icon, StateIcon } from '../parts/index.ts';
import { Candidates } from './candidates.tsx';
import { CopyRequest } from './copy-request.tsx';
import './issues.css';

type Key = keyof (typeof issuesText)['en'];

/** Recipients that are named one by one; the rest is counted. */
const named = 4;

const answerLabel = (t: Speak<Key>, { reason, detail }: Issue, answer: Exclude<IssueOffer, 'choose'>): string => {
  if (reason === 'delete-brake' && detail.proposed !== undefined) {
    if (answer === 'allow') return t('allow-deletes', { proposed: detail.proposed });
    if (answer === 'refuse') return t('refuse-deletes');
  }
  if (reason === 'invitation-guard' && detail.recipients !== undefined) {
    if (answer === 'allow') return t('allow-mails', { count: detail.recipients.length });
    if (answer === 'refuse') return t('refuse-mails');
  }
  return t(answer);
};

const whatItIs = (t: Speak<Key>, { object, side }: Issue): string => {
  const name = object === 'contact' || object === 'event' || object === 'task' || object === 'email' ? t(object) : (object ?? '');
  return side === null ? name : t(`in-${side}`, { object: name });
};

/** What would happen, in numbers and names, before anybody says yes. */
const Consequence = ({ issue }: { issue: Issue }) => {
  const t = useText(issuesText);
  const { proposed, links, recipients, message, candidates, owner, record } = issue.detail;
  return (
    <>
      {proposed !== undefined && links !== undefined ? <p>{t('would-delete', { proposed, links })}</p> : null}
      {recipients !== undefined && recipients.length > 0 ? (
        <div>
          <p>{t('would-mail', { count: recipients.length })}</p>
          <ul class="issue-names small">
            {recipients.slice(0, named).map((address) => (
              <li key={address}>{address}</li>
            ))}
            {recipients.length > named ? <li class="quiet">{t('more', { count: recipients.length - named })}</li> : null}
          </ul>
        </div>
      ) : null}
      {candidates !== undefined && issue.answers.length === 0 ? <p>{t('candidate-count', { count: candidates.length })}</p> : null}
      {owner === undefined ? null : <p class="small">{record ? t('whose-record', { owner, record }) : t('owned-by', { owner })}</p>}
      {message === undefined ? null : <p class="small quiet">{t('says', { message })}</p>}
    </>
  );
};

interface Props {
  issue: Issue;
  /** Whether it is the reader's own mailbox. */
  own: boolean;
  /** Where room is dear: what it is on one line, all else on demand. */
  fold?: 'open' | 'closed' | undefined;
  onAnswered: () => void;
}

/** What it is and of which item. */
const Head = ({ issue }: { issue: Issue }) => {
  const locale = useLocale();
  return (
    <>
      <h3>{sayReason(reasonTitles, issue.reason, locale)}</h3>
      {issue.detail.title === undefined ? null : <p>{issue.detail.title}</p>}
    </>
  );
};

/** Why, what would happen, and the answers. The first answer is the safe one. */
const Body = ({ issue, own, onAnswered }: Omit<Props, 'fold'>) => {
  const t = useText(issuesText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const tell = async (body: Ask<'POST /api/issues/{id}/answer'>['body']): Promise<void> => {
    const sent = await send(app, 'POST /api/issues/{id}/answer', { path: { id: issue.id }, body });
    if ('kept' in sent) app.notice.value = { kind: 'plain', text: t('saved-offline') };
    else if ('answer' in sent) app.notice.value = { kind: 'good', text: t('answered') };
    else if (sent.trouble.problem?.code === 'already_answered') app.notice.value = { kind: 'plain', text: t('answered-by-other') };
    else app.notice.value = { kind: 'bad', text: t('answer-failed', { reason: say(sent) }) };
    onAnswered();
  };
  const safeFirst = (['refuse', 'retry', 'allow', 'create-new', 'ignore'] as const).filter((one) => issue.answers.includes(one));
  return (
    <>
      <p class="small quiet">
        {issue.object === null ? null : `${whatItIs(t, issue)} · `}
        <Age at={issue.firstSeenAt} say={(age) => t('since', { age })} />
      </p>
      <p class="small">{sayReason(reasonDetails, issue.reason, locale)}</p>
      <p class="small">{t(!own && (issue.who === 'user' || issue.who === 'admin') ? `who-that-${issue.who}` : `who-${issue.who}`)}</p>
      <Consequence issue={issue} />
      {issue.answers.includes('choose') ? <Candidates issue={issue} onChoose={(id) => void tell({ choose: id })} /> : null}
      {safeFirst.length === 0 ? null : (
        <div class="row">
          {safeFirst.map((one) => (
            <Button
              key={one}
              look={one === 'ignore' ? 'subtle' : 'plain'}
              onPress={() => void tell(one === 'create-new' ? { createNew: true } : { answer: one })}
            >
              {answerLabel(t, issue, one)}
            </Button>
          ))}
          {issue.who !== 'user' || issue.detail.message !== undefined ? <CopyRequest issue={issue} /> : null}
        </div>
      )}
    </>
  );
};

/** One item that waits for a person. */
export const IssueCard = ({ issue, own, fold, onAnswered }: Props) => {
  const [open, setOpen] = useState(fold !== 'closed');
  const mark = <StateIcon state="needs-attention" size={16} />;
  if (fold === undefined)
    return (
      <li class="issue">
        {mark}
        <div class="issue-body">
          <Head issue={issue} />
          <Body issue={issue} own={own} onAnswered={onAnswered} />
        </div>
      </li>
    );
  return (
    <li>
      <details class="issue-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="issue">
          {mark}
          <div>
            <Head issue={issue} />
          </div>
          <Icon name="chevron" size={16} />
        </summary>
        {open ? (
          <div class="issue-body">
            <Body issue={issue} own={own} onAnswered={onAnswered} />
          </div>
        ) : null}
      </details>
    </li>
  );
};
