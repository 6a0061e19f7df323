/** A backup that cannot be read or restored; `message` says what is wrong and what to do. */
export class BackupFailure extends Error {}
