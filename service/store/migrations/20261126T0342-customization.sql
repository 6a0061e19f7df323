-- What Lockstep put into each mailbox, links that a person paused, and the settings that were last applied. Shape: service/store/schema.

CREATE TABLE customization (
  customer_id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  shown_as text NOT NULL,
  remote_id text,
  made_by_us boolean NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT customization_user_id_kind_pk PRIMARY KEY(user_id,kind),
  CONSTRAINT customization_kind CHECK (customization.kind in ('category', 'contact-folder', 'task-list', 'mail-folder'))
);
ALTER TABLE customization ADD CONSTRAINT customization_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
SELECT raise_wall('customization');
GRANT SELECT, INSERT, UPDATE, DELETE ON customization TO lockstep_app;

ALTER TABLE link DROP CONSTRAINT link_state;
ALTER TABLE link ADD CONSTRAINT link_state CHECK (link.state in ('pending', 'linked', 'paused', 'ended'));

ALTER TABLE "user" ADD COLUMN settings_mark text;

-- A job that works in a mailbox keeps its lane to itself from its first step to its last, also while its process is down.
ALTER TABLE lane ADD COLUMN reserved_by uuid;
