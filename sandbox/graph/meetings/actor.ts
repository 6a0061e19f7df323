/** Who writes: a client through the API (the mails that this would send are counted) or a simulated person (they are not). */
export type Actor = 'client' | 'person';
