import { resolveSettings } from '../../../core/customization/index.ts';
import { answersTo } from '../answers/present-issue.ts';
import type { Asked } from '../handler.ts';
import type { IssueReply, IssueRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachIssue, wallOf } from '../reach/index.ts';
import { reachLevel } from './reach-level.ts';

type Answering = Pick<Asked<'POST /api/issues/{id}/answer'>, 'caller' | 'options' | 'act'>;

const requireInvitationsAllowed = async (asked: Answering, userId: string): Promise<void> => {
  const { chain } = await reachLevel(asked, 'user', userId, 'issue.answer');
  const made = await asked.options.directory.settings(wallOf(asked.caller), chain);
  if (!resolveSettings(made)['invitations.allowed'].value) throw new HttpProblem('invitations_not_allowed');
};

/** One answer to one issue, with every rule that holds for it, alone or among others. Throws HttpProblem; answers the row as it was before. */
export async function answerOneIssue(asked: Answering, row: IssueRow, reply: IssueReply): Promise<void> {
  if (row.state !== 'open') throw new HttpProblem('already_answered');
  if (!answersTo(row).includes(typeof reply === 'string' ? reply : 'choose')) {
    throw new HttpProblem(
      'answer_not_possible',
      `An issue of the kind "${row.reason}" takes: ${answersTo(row).join(', ') || 'no answer'}.`,
    );
  }
  if (typeof reply !== 'string' && !(row.detail.candidates ?? []).includes(reply.choose)) {
    const errors = [
      { where: 'body.choose', what: 'is none of the candidates', todo: 'Send one of the ids that the issue lists as candidates.' },
    ];
    throw new HttpProblem('invalid_input', 'This issue names no such candidate.', { errors });
  }
  // F06: mail to people goes out only where an administrator allowed it for the organization, and with an administrator's yes to each.
  if (row.reason === 'invitation-guard' && reply === 'allow') {
    await reachIssue(asked, row.id, 'issue.allow-invitations');
    await requireInvitationsAllowed(asked, row.userId);
  }
  const taken = await asked.options.ledger.answerIssue(wallOf(asked.caller), row.id, reply, asked.act(row.customerId));
  if (!taken) throw new HttpProblem('already_answered');
}
