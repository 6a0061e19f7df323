-- Which of several possible partners a person chose, and items that somebody asked to be read anew and tried again.
CREATE TABLE partner_choice (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  side text NOT NULL,
  object text NOT NULL,
  remote_id text NOT NULL,
  partner_id text,
  chosen_by text,
  chosen_at timestamp with time zone NOT NULL,
  CONSTRAINT partner_choice_user_id_side_object_remote_id_pk PRIMARY KEY(user_id,side,object,remote_id)
);
ALTER TABLE partner_choice ADD CONSTRAINT partner_choice_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
SELECT raise_wall('partner_choice');
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_choice TO lockstep_app;

ALTER TABLE observation ADD COLUMN asked boolean NOT NULL DEFAULT false;
CREATE INDEX observation_asked ON observation (user_id) WHERE observation.asked;
