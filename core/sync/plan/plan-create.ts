import { type Decision, type Link, type Observation, otherSide } from '../../model/index.ts';
import { accountInputs } from '../accounts/choose-account.ts';
import { mailInputs } from '../mail/mail-scope.ts';
import { guestsOf } from './guests-of.ts';
import { leftOutIssue } from './left-out.ts';
import { decide, emptyPlan, newIntent, newLink, originOf, type PlanContext, type UnitPlan } from './plan-context.ts';
import { carrierOf, scopeDown, scopeUp, seriesWindow } from './scope.ts';

/**
 * An item that stands on one side only. A pending link is the trace of a create that failed before: it is used again, with its key, so
 * that a create which did reach the provider is found and not repeated.
 */
export function planCreate(item: Observation, pending: Link | null, context: PlanContext): UnitPlan {
  const plan = emptyPlan();
  const reason = item.side === 'outlook' ? scopeUp(item, context.policy) : scopeDown(item, context.policy);
  if (reason) {
    plan.decisions.push(decide(item, reason, 'skip', scopeInputs(item, context)));
    return plan;
  }
  const target = otherSide(item.side);
  const left = context.leftOut(item.object, target, Object.keys(item.fields ?? {}), item.fields ?? {});
  plan.issues.push(...leftOutIssue(item, pending, left));
  const impossible = left.find((one) => one.required);
  if (impossible) {
    plan.decisions.push(decide(item, impossible.reason, 'skip', { field: impossible.field, message: impossible.message }));
    return plan;
  }
  const choice = context.account?.(item) ?? null;
  const known = pending ?? freshLink(item, context);
  const guests = item.side === 'outlook' ? guestsOf(item, pending, context.policy) : null;
  const link = guests === null ? known : { ...known, guests };
  if (!pending || guests !== null) plan.links.push(link);
  plan.intents.push(
    newIntent(context, link, {
      side: target,
      operation: 'create',
      key: item.side === 'outlook' ? link.key : link.id,
      fields: choice?.account ? { ...item.fields, accountId: choice.account.id } : item.fields,
      origin: originOf(item),
    }),
  );
  plan.decisions.push(decide(item, `new-on-${item.side}`, 'create', { leftOut: left.map((one) => one.field), ...accountInputs(choice) }));
  return plan;
}

function freshLink(item: Observation, context: PlanContext): Link {
  if (item.side === 'outlook') {
    const key = context.key(item.object, item.remoteId, item.facts);
    return newLink(context, item.object, { outlookId: item.remoteId, key, outlookVersion: item.version, madeByUs: 'salesforce' });
  }
  return newLink(context, item.object, { salesforceId: item.remoteId, salesforceVersion: item.version, madeByUs: 'outlook' });
}

/** What the rule looked at, for "Why?": names and times of the item's frame, never its text, and of a private item nobody's name. */
function scopeInputs(item: Observation, context: PlanContext): Decision['inputs'] {
  const { facts } = item;
  const { category, eventsFrom } = context.policy;
  const window = facts.seriesId ? seriesWindow(context.policy) : context.policy.window;
  const frame: Decision['inputs'] =
    item.object === 'event'
      ? { start: facts.start ?? null, end: facts.end ?? null, windowStart: window.start, windowEnd: window.end, eventsFrom }
      : {};
  if (item.object === 'email') return mailInputs(facts, context.policy);
  return {
    ...frame,
    type: facts.type ?? null,
    organizer: facts.private ? null : (facts.organizer ?? null),
    carrier: item.object === 'event' && item.side === 'outlook' && !facts.private ? carrierOf(facts, context.policy) : null,
    owner: facts.ownerId ?? null,
    categories: facts.categories ?? [],
    wantedCategory: category,
  };
}
