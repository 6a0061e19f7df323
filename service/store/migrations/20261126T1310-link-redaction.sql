-- What must stand in a record of a meeting that is private now, as long as Salesforce has not taken it; kept when the link ends, too.
ALTER TABLE link ADD COLUMN redaction jsonb;
-- Of an ended link: its record says nothing more that is private, or is gone.
ALTER TABLE link ADD COLUMN redacted_at timestamp with time zone;
-- Of an ended link: the series that its meeting was of, which may become private later.
ALTER TABLE link ADD COLUMN series_id text;
CREATE INDEX link_redaction ON link (user_id) WHERE link.redaction is not null;
CREATE INDEX link_series_ended ON link (user_id,series_id) WHERE link.state = 'ended' and link.series_id is not null and link.redacted_at is null;
CREATE INDEX observation_private ON observation (user_id) WHERE observation.side = 'outlook' and observation.object = 'event' and observation.facts->>'private' = 'true';
