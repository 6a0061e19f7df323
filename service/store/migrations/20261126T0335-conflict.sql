-- The conflict inbox: what both sides changed, what waits for a person, what a rule decided and which value lost.
CREATE TABLE conflict (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  session_id uuid NOT NULL,
  link_id uuid NOT NULL,
  object text NOT NULL,
  field text NOT NULL,
  title text,
  outlook_id text NOT NULL,
  salesforce_id text NOT NULL,
  has_base boolean NOT NULL,
  base jsonb,
  outlook jsonb,
  salesforce jsonb,
  outlook_at timestamp with time zone,
  salesforce_at timestamp with time zone,
  winner text,
  decided_by text,
  state text NOT NULL,
  answered_by text,
  opened_at timestamp with time zone NOT NULL,
  deadline_at timestamp with time zone,
  settled_at timestamp with time zone,
  CONSTRAINT conflict_state CHECK (conflict.state in ('waiting', 'decided', 'answered', 'applying', 'settled', 'overtaken'))
);
ALTER TABLE conflict ADD CONSTRAINT conflict_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX conflict_user ON conflict (user_id,opened_at DESC NULLS LAST,id DESC NULLS LAST);
CREATE INDEX conflict_link ON conflict (link_id,field);
CREATE INDEX conflict_waiting ON conflict (user_id,deadline_at) WHERE conflict.state = 'waiting';

SELECT raise_wall('conflict');
GRANT SELECT, INSERT, UPDATE, DELETE ON conflict TO lockstep_app;
