-- The daily limit is the Salesforce org's, whichever customers work in it: what it told, whether it waits, and who used how much of it, by its own id.
-- Numbers and ids only. Shape: service/store/schema.
CREATE TABLE org_meter (
  org_id text PRIMARY KEY NOT NULL,
  requests_used integer,
  requests_max integer,
  usage_at timestamp with time zone,
  parked_until timestamp with time zone,
  parked_code text,
  park_step integer NOT NULL DEFAULT 0
);

CREATE TABLE org_share (
  org_id text NOT NULL,
  customer_id uuid NOT NULL,
  spent integer NOT NULL,
  mailboxes integer NOT NULL,
  at timestamp with time zone NOT NULL,
  PRIMARY KEY (org_id, customer_id)
);

INSERT INTO org_meter (org_id, parked_until, park_step)
  SELECT org_id, max(parked_until), max(park_step) FROM salesforce_org GROUP BY org_id;
UPDATE org_meter m SET requests_used = s.requests_used, requests_max = s.requests_max, usage_at = s.usage_at, parked_code = s.parked_code
  FROM salesforce_org s WHERE s.org_id = m.org_id AND s.usage_at = (SELECT max(o.usage_at) FROM salesforce_org o WHERE o.org_id = m.org_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON org_meter, org_share TO lockstep_app;
