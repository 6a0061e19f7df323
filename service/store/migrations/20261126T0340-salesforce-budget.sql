-- The budget of a Salesforce org: what it told of its 24 hours, who used it, and since when it is parked. Shape: service/store/schema.
ALTER TABLE salesforce_org ADD COLUMN id uuid DEFAULT gen_random_uuid() NOT NULL;
ALTER TABLE salesforce_org ADD COLUMN parked_since timestamp with time zone;
ALTER TABLE salesforce_org ADD COLUMN parked_code text;
CREATE UNIQUE INDEX salesforce_org_id ON salesforce_org (id);

CREATE TABLE salesforce_usage (
  customer_id uuid NOT NULL,
  org_id text NOT NULL,
  slot timestamp with time zone NOT NULL,
  used integer NOT NULL,
  max integer NOT NULL,
  PRIMARY KEY (customer_id, org_id, slot)
);
ALTER TABLE salesforce_usage ADD CONSTRAINT salesforce_usage_org FOREIGN KEY (customer_id, org_id) REFERENCES salesforce_org (customer_id, org_id) ON DELETE CASCADE;

CREATE TABLE spending (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  hour timestamp with time zone NOT NULL,
  salesforce_org_id text,
  salesforce integer NOT NULL,
  people integer NOT NULL,
  outlook integer NOT NULL,
  PRIMARY KEY (user_id, hour)
);
ALTER TABLE spending ADD CONSTRAINT spending_user FOREIGN KEY (customer_id, user_id) REFERENCES "user" (customer_id, id) ON DELETE CASCADE;
CREATE INDEX spending_org ON spending (customer_id, hour);

SELECT raise_wall('salesforce_usage');
SELECT raise_wall('spending');
GRANT SELECT, INSERT, UPDATE, DELETE ON salesforce_usage, spending TO lockstep_app;
