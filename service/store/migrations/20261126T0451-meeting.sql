-- Which mailbox brings a meeting that several of them know to Salesforce: creates of one key are in line here, because Salesforce itself
-- keeps no activity's external id unique.
CREATE TABLE "meeting" (
  customer_id uuid NOT NULL,
  org_id text NOT NULL,
  key text NOT NULL,
  user_id uuid NOT NULL,
  claimed_at timestamp with time zone NOT NULL,
  PRIMARY KEY (customer_id,org_id,key),
  FOREIGN KEY (customer_id,user_id) REFERENCES "user" (customer_id,id) ON DELETE CASCADE
);
CREATE INDEX meeting_user ON meeting (customer_id,user_id);
SELECT raise_wall('meeting');
GRANT SELECT, INSERT, UPDATE, DELETE ON meeting TO lockstep_app;

CREATE INDEX link_key ON link (customer_id,key) WHERE link.object = 'event' and link.state <> 'ended' and link.key is not null;

-- Who takes part, as wanted and as last done in Salesforce's list of invitees.
ALTER TABLE link ADD COLUMN guests jsonb;
ALTER TABLE link ADD COLUMN guests_done jsonb;
CREATE INDEX link_guests ON link (user_id) WHERE link.state = 'linked' and link.guests is distinct from link.guests_done;
