import type { UnitPlan } from '../../core/sync/index.ts';

const verbs = { create: '+', update: '~', delete: '−' } as const;

/** What one row came to, in a few characters: "S~", "O− guests asked", "end", "! conflict", with the reasons in brackets. */
export function cell({ plan, tie }: { plan: UnitPlan; tie: string }): string {
  const writes = plan.intents.map(
    ({ side, operation, recipients }) =>
      `**${side === 'outlook' ? 'O' : 'S'}${verbs[operation]}**${recipients.length > 0 ? ' (mails)' : ''}`,
  );
  const linked = plan.links.some((link) => link.state === 'linked') && plan.decisions.some((decision) => decision.action === 'link');
  // What ended before is only remembered better.
  const ended = tie !== 'link ended' && plan.links.some((link) => link.state === 'ended');
  const issues = [...new Set(plan.issues.map((issue) => `! ${issue.reason}`))];
  const acts = [...writes, ...(linked ? ['link'] : []), ...(ended ? ['end'] : []), ...issues];
  const reasons = [...new Set(plan.decisions.map((decision) => decision.reason))].filter((reason) => reason !== 'unchanged');
  const quiet = plan.decisions.length > 0 ? '=' : plan.forget.length > 0 ? 'forget' : 'wait';
  return `${acts.join(' ') || quiet}${reasons.length > 0 ? ` <sub>${reasons.join(', ')}</sub>` : ''}`;
}
