import type pg from 'pg';
import { DatabaseFailure } from '../server/index.ts';

/** The wall stands only if the roles that serve requests cannot step over it: the service does not start otherwise. */
export async function refuseUnsafeRoles(pool: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows } = await pool.query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
    `SELECT r.rolname, r.rolsuper, r.rolbypassrls,
            EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relnamespace = 'public'::regnamespace) AS owns
       FROM pg_roles r WHERE r.rolname IN ('lockstep_app', 'lockstep_system')`,
  );
  for (const role of rows) {
    const fault = role.rolsuper ? 'is a superuser' : role.rolbypassrls ? 'has BYPASSRLS' : role.owns ? 'owns tables' : null;
    if (fault) {
      throw new DatabaseFailure(
        'unsafe-role',
        `The database role ${role.rolname} ${fault}, so the wall between customers would not hold for it.`,
        'pg_roles',
        `as an administrator of the database: ALTER ROLE ${role.rolname} NOSUPERUSER NOBYPASSRLS; (and give its tables to lockstep_owner).`,
      );
    }
  }
}
