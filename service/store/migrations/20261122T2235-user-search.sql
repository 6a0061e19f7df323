-- Part of name or address: LIKE is not leakproof, so under row-level security it would use no index. This function runs as a role that
-- nobody can log in as, repeats the customer test itself, and gives ids only.

GRANT SELECT (id, customer_id, display_name, email) ON "user" TO lockstep_search;
CREATE POLICY search ON "user" FOR SELECT TO lockstep_search USING (true);

DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX user_search ON "user" USING gin (lower(display_name || ' ' || email) gin_trgm_ops);
EXCEPTION WHEN undefined_file OR insufficient_privilege OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm is not there: the search for users reads every row';
END $$;

CREATE FUNCTION search_users(part text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT id FROM "user"
   WHERE customer_id = ANY (granted_customers())
     AND lower(display_name || ' ' || email) LIKE '%' || regexp_replace(lower(part), '([\\%_])', '\\\1', 'g') || '%'
$$;
REVOKE ALL ON FUNCTION search_users(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_users(text) TO lockstep_app;
-- Last: what is not ours any more we cannot grant.
ALTER FUNCTION search_users(text) OWNER TO lockstep_search;
