import { GraphError } from '../../http/graph-error.ts';

export function refuseFilter(filter: string, why: string): GraphError {
  return new GraphError(400, 'ErrorInvalidUrlQueryFilter', `The query option '$filter=${filter}' is invalid: ${why}.`);
}
