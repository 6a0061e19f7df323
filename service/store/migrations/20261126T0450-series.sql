-- Meetings of a series are found by their series: when it is sent again, those that are missing; when it is gone, all of them.
-- A column beside facts: jsonb operators are not leakproof and use no index under row-level security.
ALTER TABLE observation ADD COLUMN series_id text;
CREATE INDEX observation_series ON observation (user_id,series_id) WHERE observation.series_id is not null;
-- What the calendar window will slide over, and what a colleague's mailbox carries, is looked at again when window or colleagues change.
CREATE INDEX decision_waits ON decision (user_id,reason) WHERE decision.reason in ('outside-window', 'before-start', 'organizer-colleague');
-- Until now meetings of a series were left out: calendars are listed anew at the next run, exceptions read as if for the first time.
UPDATE observation SET version = '', planned = false WHERE object = 'event' AND side = 'outlook' AND facts->>'type' = 'exception';
UPDATE collection SET listed_at = '1970-01-01T00:00:00Z' WHERE object = 'event' AND side = 'outlook' AND listed_at IS NOT NULL;
