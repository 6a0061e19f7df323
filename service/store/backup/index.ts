export { backup } from './backup.ts';
export { BackupFailure } from './backup-failure.ts';
export { readBackupHeader } from './read-backup.ts';
export { restore } from './restore.ts';
