/** The API for surfaces: types and a fetch client, no zod at run time. The only part of the contract that a surface may import. */

export type {
  Activity,
  Conflict,
  ConflictKeep,
  ConnectivityReport,
  ConnectivityStep,
  Issue,
  IssueAnswer,
  IssueOffer,
  Job,
  LiveEvent,
  Reason,
  Session,
  SessionCount,
  Status,
  StatusState,
  User,
} from '../../model/index.ts';
export type { RouteKey } from '../index.ts';
export type { Problem, ProblemField } from '../problem.ts';
export type { ProblemCode } from '../problem-code.ts';
export { ApiProblem } from './api-problem.ts';
export type { Answer, Ask, Item } from './api-types.ts';
export { type CallOptions, type Client, type ClientOptions, createClient } from './create-client.ts';
export type { EventOptions } from './follow-events.ts';
export type { ClientAnswer, ClientRequest, Signal, Transport } from './transport.ts';
