export { findTeams } from './find-teams.ts';
export { openTeam } from './open-team.ts';
