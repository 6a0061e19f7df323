-- Change notifications of Microsoft Graph: which subscriptions stand, and hints that only say "look now". Shape: service/store/schema.
CREATE TABLE subscription (
  id text PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  resource text NOT NULL,
  address_id text NOT NULL,
  state_hash text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  renew_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT subscription_resource CHECK (subscription.resource in ('contacts', 'events'))
);
ALTER TABLE subscription ADD CONSTRAINT subscription_user FOREIGN KEY (customer_id, user_id) REFERENCES "user" (customer_id, id) ON DELETE CASCADE;
CREATE UNIQUE INDEX subscription_by_user ON subscription (user_id, resource);

ALTER TABLE lane ADD COLUMN hinted boolean DEFAULT false NOT NULL;
ALTER TABLE lane ADD COLUMN subscriptions_tried_at timestamp with time zone;

SELECT raise_wall('subscription');
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription TO lockstep_app;
SELECT show_system('subscription', 'id, customer_id, user_id, address_id, renew_at');
