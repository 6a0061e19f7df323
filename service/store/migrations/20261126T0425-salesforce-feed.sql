-- The shared reader of a Salesforce org: what changed is asked once and dealt out to the mailboxes. Shape: service/store/schema.
ALTER TABLE salesforce_org ADD COLUMN reader_user_id uuid;
ALTER TABLE salesforce_org ADD CONSTRAINT salesforce_org_reader FOREIGN KEY (reader_user_id) REFERENCES "user" (id) ON DELETE SET NULL;
CREATE INDEX salesforce_org_reader ON salesforce_org (reader_user_id);

CREATE TABLE salesforce_feed (
  customer_id uuid NOT NULL,
  org_id text NOT NULL,
  cursors jsonb NOT NULL,
  seq bigint NOT NULL,
  read_to timestamp with time zone,
  round_at timestamp with time zone,
  lease_until timestamp with time zone,
  PRIMARY KEY (customer_id, org_id)
);
ALTER TABLE salesforce_feed ADD CONSTRAINT salesforce_feed_org FOREIGN KEY (customer_id, org_id) REFERENCES salesforce_org (customer_id, org_id) ON DELETE CASCADE;

CREATE TABLE salesforce_dealt (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  stamp text NOT NULL,
  settled boolean NOT NULL,
  seq bigint NOT NULL,
  dealt_at timestamp with time zone NOT NULL,
  PRIMARY KEY (user_id, object, remote_id, stamp, settled),
  CONSTRAINT salesforce_dealt_object CHECK (salesforce_dealt.object in ('contact', 'event', 'task'))
);
ALTER TABLE salesforce_dealt ADD CONSTRAINT salesforce_dealt_user FOREIGN KEY (customer_id, user_id) REFERENCES "user" (customer_id, id) ON DELETE CASCADE;
CREATE INDEX salesforce_dealt_inbox ON salesforce_dealt (user_id, object, seq);
CREATE INDEX salesforce_dealt_old ON salesforce_dealt (customer_id, dealt_at);
CREATE INDEX observation_record ON observation (customer_id, remote_id) WHERE side = 'salesforce';

SELECT raise_wall('salesforce_feed');
SELECT raise_wall('salesforce_dealt');
GRANT SELECT, INSERT, UPDATE, DELETE ON salesforce_feed, salesforce_dealt TO lockstep_app;
