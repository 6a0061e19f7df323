/** How a mailbox stands, and "Sync now". */
export { ConnectAgain } from './connect-again.tsx';
export { LastSession, SessionCounts } from './last-session.tsx';
export { LastSessionCard } from './last-session-card.tsx';
export { StatusCard } from './status-card.tsx';
export { StatusLines } from './status-lines.tsx';
export { SyncButton } from './sync-button.tsx';
export { type SyncFacts, type SyncPhase, syncPhase } from './sync-phase.ts';
export { SyncSwitch } from './sync-switch.tsx';
