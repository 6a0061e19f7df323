import type { Answer, Ask } from '../../contract/client/index.ts';

export type MappedObject = Answer<'GET /api/organizations/{id}/mapping'>['objects'][number];
/** A rule as it is sent: what the describe adds may be missing. */
export type Rule = Ask<'PUT /api/organizations/{id}/mapping/{object}'>['body']['rules'][number];
