/** What to sync, asked once before the first preview. */
export { WhatToSync } from './what-to-sync.tsx';
