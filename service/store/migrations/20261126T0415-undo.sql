-- An undo is a session of its own; what it writes names what it takes back. Whose edit a write carried is kept for provenance.
ALTER TABLE intent ADD COLUMN undoes uuid;
ALTER TABLE intent ADD COLUMN origin jsonb;
ALTER TABLE journal ADD COLUMN undoes uuid;
ALTER TABLE journal ADD COLUMN origin jsonb;
CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX intent_session ON intent (session_id) WHERE undoes IS NOT NULL;
ALTER TABLE session DROP CONSTRAINT session_trigger;
ALTER TABLE session ADD CONSTRAINT session_trigger CHECK (session.trigger in ('schedule', 'force', 'first', 'retry', 'notification', 'undo'));

CREATE TABLE setting_change (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL REFERENCES customer(id),
  level text NOT NULL,
  level_id uuid NOT NULL,
  key text NOT NULL,
  before jsonb,
  after jsonb,
  actor_email text,
  undoes uuid,
  at timestamp with time zone NOT NULL,
  CONSTRAINT setting_change_level CHECK (setting_change.level in ('plan', 'customer', 'organization', 'group', 'user'))
);
CREATE INDEX setting_change_place ON setting_change (customer_id,level,level_id,at DESC NULLS LAST,id DESC NULLS LAST);
SELECT raise_wall('setting_change');
GRANT SELECT, INSERT ON setting_change TO lockstep_app;
