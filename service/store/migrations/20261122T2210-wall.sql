-- The wall between customers, kept by the database itself under the service's own checks.
-- Every policy fails closed: without app.customers nothing is seen. The list is read in a sub-select, so that it is computed once per
-- statement, not once per row.

CREATE FUNCTION granted_customers() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN string_to_array(nullif(current_setting('app.customers', true), ''), ',')::uuid[];

-- True inside migrations, backup and restore only: FORCE holds the owner, too, and this is how it asks.
CREATE FUNCTION under_maintenance() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(current_setting('app.maintenance', true), '') = 'on';

CREATE FUNCTION raise_wall(walled regclass, customer_column name DEFAULT 'customer_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
  EXECUTE format('CREATE POLICY wall ON %s TO lockstep_app USING (%I = ANY ((SELECT granted_customers())::uuid[]))', walled, customer_column);
  EXECUTE format('CREATE POLICY maintenance ON %s TO lockstep_owner USING ((SELECT under_maintenance()))', walled);
END $$;

-- What the system role may see across customers: the columns named, ids and states, never content.
CREATE FUNCTION show_system(walled regclass, columns text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY system ON %s FOR SELECT TO lockstep_system USING (true)', walled);
  EXECUTE format('GRANT SELECT (%s) ON %s TO lockstep_system', columns, walled);
END $$;

REVOKE ALL ON FUNCTION raise_wall, show_system FROM PUBLIC;

SELECT raise_wall('customer', 'id');
SELECT raise_wall(t::regclass) FROM unnest(ARRAY[
  'organization', 'plan', '"user"', 'user_group', 'user_group_member', 'salesforce_org', 'setting', 'customer_key', 'secret',
  'activity', 'audit', 'audit_head', 'live_event',
  'collection', 'observation', 'link', 'intent', 'journal', 'decision', 'session', 'issue',
  'lane', 'job'
]) AS t;

-- Content: the app role, behind the wall. History is only added to.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  customer, organization, plan, "user", user_group, user_group_member, salesforce_org, setting, customer_key, secret,
  collection, observation, link, intent, decision, session, issue TO lockstep_app;
GRANT SELECT, INSERT ON activity, audit, journal TO lockstep_app;
GRANT SELECT, INSERT, UPDATE ON audit_head TO lockstep_app;
GRANT SELECT, INSERT, DELETE ON live_event TO lockstep_app;
GRANT USAGE ON SEQUENCE live_event_id_seq TO lockstep_app;

-- People: the app role; rights are core/access's matter.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  distributor, partner, account, credential, auth_session, verification, two_factor, sign_in_session, role_grant, one_time, idempotency
  TO lockstep_app;

-- Platform: the system role for all; the app role behind the wall, where a row names a customer.
GRANT SELECT, INSERT, UPDATE, DELETE ON lane, job, clock TO lockstep_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON lane, job TO lockstep_app;
GRANT SELECT ON clock TO lockstep_app;
CREATE POLICY system ON lane TO lockstep_system USING (true);
CREATE POLICY system ON job TO lockstep_system USING (true);

SELECT show_system('customer', 'id, tenant_id, partner_id, enabled, suspended_at');
SELECT show_system('organization', 'id, customer_id, enabled, suspended_at, salesforce_org_id');
SELECT show_system('plan', 'id, customer_id, enabled, interval_seconds');
SELECT show_system('"user"', 'id, customer_id, organization_id, plan_id, graph_user_id, salesforce_org_id, synchronization_enabled, suspended_at, initialized_at');
SELECT show_system('salesforce_org', 'customer_id, org_id, parked_until, park_step');
SELECT show_system('session', 'id, customer_id, user_id, trigger, state, queued_at, started_at, finished_at, epoch');
GRANT SELECT (id, distributor_id) ON partner TO lockstep_system;
GRANT SELECT (id) ON distributor TO lockstep_system;
