export { migrate } from './migrate.ts';
export { type Migration, readMigrations } from './read-migrations.ts';
