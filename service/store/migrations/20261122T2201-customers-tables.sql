-- What belongs to a customer. Shape: service/store/schema (a test compares).

CREATE TABLE customer (
  id uuid PRIMARY KEY NOT NULL,
  name text NOT NULL,
  tenant_id text,
  partner_id uuid,
  enabled boolean DEFAULT true NOT NULL,
  suspended_reason text,
  suspended_at timestamp with time zone,
  two_step_required boolean DEFAULT false NOT NULL,
  users_may_change_email boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL
);
ALTER TABLE customer ADD CONSTRAINT customer_partner_id_partner_id_fk FOREIGN KEY (partner_id) REFERENCES partner(id);
CREATE UNIQUE INDEX customer_tenant ON customer (tenant_id);
CREATE INDEX customer_partner ON customer (partner_id);

CREATE TABLE organization (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  is_default boolean DEFAULT false NOT NULL,
  enabled boolean DEFAULT true NOT NULL,
  suspended_reason text,
  suspended_at timestamp with time zone,
  mailbox_access text NOT NULL,
  default_plan_id uuid,
  salesforce_org_id text,
  salesforce_instance_url text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT organization_wall UNIQUE(customer_id,id),
  CONSTRAINT organization_mailbox_access CHECK (organization.mailbox_access in ('graph-delegated', 'graph-app-only', 'ews-direct', 'ews-impersonated'))
);
ALTER TABLE organization ADD CONSTRAINT organization_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);
CREATE UNIQUE INDEX organization_default ON organization (customer_id) WHERE organization.is_default;

CREATE TABLE plan (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  enabled boolean DEFAULT true NOT NULL,
  interval_seconds integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT plan_wall UNIQUE(customer_id,id),
  CONSTRAINT plan_interval CHECK (plan.interval_seconds >= 60)
);
ALTER TABLE plan ADD CONSTRAINT plan_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);

CREATE TABLE "user" (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  email text NOT NULL,
  display_name text NOT NULL,
  mailbox_access text NOT NULL,
  mailbox_address text NOT NULL,
  graph_user_id text,
  salesforce_user_id text,
  salesforce_org_id text,
  time_zone text,
  synchronization_enabled boolean DEFAULT false NOT NULL,
  suspended_reason text,
  suspended_at timestamp with time zone,
  configured_at timestamp with time zone,
  initialized_at timestamp with time zone,
  failures_in_a_row integer DEFAULT 0 NOT NULL,
  refusals_in_a_row integer DEFAULT 0 NOT NULL,
  last_success_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT user_wall UNIQUE(customer_id,id),
  CONSTRAINT user_mailbox_access CHECK ("user".mailbox_access in ('graph-delegated', 'graph-app-only', 'ews-direct', 'ews-impersonated'))
);
ALTER TABLE "user" ADD CONSTRAINT user_customer_id_organization_id_organization_customer_id_id_fk FOREIGN KEY (customer_id,organization_id) REFERENCES organization(customer_id,id);
ALTER TABLE "user" ADD CONSTRAINT user_customer_id_plan_id_plan_customer_id_id_fk FOREIGN KEY (customer_id,plan_id) REFERENCES plan(customer_id,id);
CREATE UNIQUE INDEX user_email ON "user" (customer_id,email);
CREATE INDEX user_name ON "user" (customer_id,lower(display_name),id);
CREATE INDEX user_organization ON "user" (organization_id);
CREATE INDEX user_directory ON "user" (graph_user_id);

CREATE TABLE user_group (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT user_group_wall UNIQUE(customer_id,id)
);
ALTER TABLE user_group ADD CONSTRAINT user_group_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);

CREATE TABLE user_group_member (
  customer_id uuid NOT NULL,
  group_id uuid NOT NULL,
  user_id uuid NOT NULL,
  CONSTRAINT user_group_member_group_id_user_id_pk PRIMARY KEY(group_id,user_id)
);
ALTER TABLE user_group_member ADD CONSTRAINT user_group_member_customer_id_group_id_user_group_customer_id_id_fk FOREIGN KEY (customer_id,group_id) REFERENCES user_group(customer_id,id) ON DELETE cascade;
ALTER TABLE user_group_member ADD CONSTRAINT user_group_member_customer_id_user_id_user_customer_id_id_fk FOREIGN KEY (customer_id,user_id) REFERENCES "user"(customer_id,id) ON DELETE cascade;
CREATE INDEX user_group_member_user ON user_group_member (user_id);

CREATE TABLE salesforce_org (
  customer_id uuid NOT NULL,
  org_id text NOT NULL,
  instance_url text NOT NULL,
  parked_until timestamp with time zone,
  park_step integer DEFAULT 0 NOT NULL,
  requests_used integer,
  requests_max integer,
  usage_at timestamp with time zone,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT salesforce_org_customer_id_org_id_pk PRIMARY KEY(customer_id,org_id)
);
ALTER TABLE salesforce_org ADD CONSTRAINT salesforce_org_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);

CREATE TABLE setting (
  customer_id uuid NOT NULL,
  level text NOT NULL,
  level_id uuid NOT NULL,
  key text NOT NULL,
  value jsonb NOT NULL,
  may_adjust boolean DEFAULT true NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT setting_customer_id_level_level_id_key_pk PRIMARY KEY(customer_id,level,level_id,key),
  CONSTRAINT setting_level CHECK (setting.level in ('plan', 'customer', 'organization', 'group', 'user'))
);
ALTER TABLE setting ADD CONSTRAINT setting_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);

CREATE TABLE customer_key (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  master_key_id text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  retired_at timestamp with time zone
);
ALTER TABLE customer_key ADD CONSTRAINT customer_key_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);
CREATE UNIQUE INDEX customer_key_active ON customer_key (customer_id) WHERE customer_key.retired_at is null;

CREATE TABLE secret (
  customer_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  kind text NOT NULL,
  key_id uuid NOT NULL,
  sealed bytea NOT NULL,
  version integer NOT NULL,
  expires_at timestamp with time zone,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT secret_customer_id_owner_id_kind_pk PRIMARY KEY(customer_id,owner_id,kind)
);
ALTER TABLE secret ADD CONSTRAINT secret_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);
ALTER TABLE secret ADD CONSTRAINT secret_key_id_customer_key_id_fk FOREIGN KEY (key_id) REFERENCES customer_key(id);

CREATE INDEX secret_key ON secret (key_id);

CREATE TABLE activity (
  id uuid PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  organization_id uuid,
  user_id uuid,
  type text NOT NULL,
  actor_id uuid,
  actor_email text,
  on_behalf_of uuid,
  detail jsonb NOT NULL,
  at timestamp with time zone NOT NULL
);
ALTER TABLE activity ADD CONSTRAINT activity_customer_id_customer_id_fk FOREIGN KEY (customer_id) REFERENCES customer(id);
CREATE INDEX activity_user ON activity (user_id,at DESC NULLS LAST,id DESC NULLS LAST);
CREATE INDEX activity_customer ON activity (customer_id,at DESC NULLS LAST,id DESC NULLS LAST);

CREATE TABLE audit (
  customer_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  actor_email text,
  on_behalf_of uuid,
  reason text,
  source text NOT NULL,
  action text NOT NULL,
  target_kind text NOT NULL,
  target_id text NOT NULL,
  before jsonb,
  after jsonb,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_customer_id_sequence_pk PRIMARY KEY(customer_id,sequence)
);

CREATE TABLE audit_head (
  customer_id uuid PRIMARY KEY NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  signature text NOT NULL
);

CREATE TABLE live_event (
  id bigserial PRIMARY KEY NOT NULL,
  customer_id uuid NOT NULL,
  organization_id uuid,
  user_id uuid,
  kind text NOT NULL,
  data jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  written xid8 DEFAULT pg_current_xact_id() NOT NULL
);
CREATE INDEX live_event_customer ON live_event (customer_id,id);
