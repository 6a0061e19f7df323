/**
 * core/status/effective-status.ts where the rows are, so that a list of 100,000 users can be filtered and sorted by it: "state level
 * reason" in one text. A test holds the two together. $now and $attention are the numbers of the parameters for the time and for the reasons
 * that want somebody.
 */
export const effectiveState = (now: string, attention: string) => `
  CASE
    WHEN c.suspended_at IS NOT NULL THEN 'off customer ' || coalesce(c.suspended_reason, 'suspended-error')
    WHEN NOT c.enabled THEN 'off customer customer-off'
    WHEN o.suspended_at IS NOT NULL THEN 'off organization ' || coalesce(o.suspended_reason, 'suspended-error')
    WHEN NOT o.enabled THEN 'off organization organization-off'
    WHEN NOT p.enabled THEN 'off plan plan-off'
    WHEN u.suspended_at IS NOT NULL THEN 'off user ' || coalesce(u.suspended_reason, 'suspended-error')
    WHEN NOT u.synchronization_enabled THEN CASE WHEN u.configured_at IS NULL THEN 'off user not-configured' ELSE 'off user user-off' END
    WHEN u.awaits_preview THEN 'off user preview-waits'
    WHEN l.running_since IS NOT NULL THEN 'syncing user running'
    WHEN s.parked_until > ${now} THEN 'waiting salesforce-org parked-quota'
    WHEN l.parked_until > ${now} THEN 'waiting user ' || coalesce(l.parked_reason, 'parked-throttled')
    WHEN last.state = 'held' THEN 'needs-attention user ' || coalesce(last.reason, 'delete-brake')
    WHEN last.state = 'failed' THEN
      CASE WHEN coalesce(last.reason, 'last-session-failed') = ANY (${attention}::text[]) THEN 'needs-attention user ' ELSE 'waiting user ' END
      || coalesce(last.reason, 'last-session-failed')
    WHEN u.last_success_at IS NULL THEN 'waiting user first-sync'
    WHEN ${now} - u.last_success_at > 6 * p.interval_seconds * interval '1 second' THEN 'needs-attention user very-late'
    WHEN ${now} - u.last_success_at > 2 * p.interval_seconds * interval '1 second' THEN 'waiting user late'
    ELSE 'up-to-date user up-to-date'
  END`;

/** The rows that it looks at. */
export const stateTables = `
  "user" u
  JOIN customer c ON c.id = u.customer_id
  JOIN organization o ON o.id = u.organization_id
  JOIN plan p ON p.id = u.plan_id
  LEFT JOIN lane l ON l.user_id = u.id
  LEFT JOIN salesforce_org s ON s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id
  LEFT JOIN LATERAL (
    SELECT id, state, reason FROM session WHERE user_id = u.id AND state NOT IN ('queued', 'running')
     ORDER BY queued_at DESC, id DESC LIMIT 1
  ) last ON true`;
