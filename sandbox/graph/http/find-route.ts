import type { AnyOperation } from './call.ts';
import { refusals } from './refusals.ts';

export type Route = readonly [method: string, pattern: string, operation: AnyOperation];
interface FoundRoute {
  operation: AnyOperation;
  params: Record<string, string>;
  functionArguments: string;
}

interface Node {
  literal: Map<string, Node>;
  param: { name: string; node: Node } | undefined;
  operations: Map<string, AnyOperation>;
}

/** A tree of path segments. Segment names do not mind case, ids do. Keys in parentheses and function names are split off first. */
export class RouteTree {
  readonly #root = newNode();

  constructor(routes: readonly Route[]) {
    for (const [method, pattern, operation] of routes) this.#add(method, pattern, operation);
  }

  find(method: string, path: string): FoundRoute {
    const { segments, functionArguments } = splitPath(path);
    const params: Record<string, string> = {};
    let node: Node | undefined = this.#root;
    for (const segment of segments) {
      const literal: Node | undefined = node.literal.get(segment.toLowerCase());
      if (literal) node = literal;
      else if (node.param && !isFunction(segment)) {
        params[node.param.name] = segment;
        node = node.param.node;
      } else {
        throw refusals.badRequest(`Resource not found for the segment '${segment}': this emulator does not serve ${method} ${path}.`);
      }
    }
    const operation = node.operations.get(method);
    if (!operation) {
      throw node.operations.size === 0
        ? refusals.badRequest(`This emulator does not serve ${method} ${path}.`)
        : refusals.badRequest(`The method ${method} is not supported at ${path}; supported: ${[...node.operations.keys()].join(', ')}.`);
    }
    return { operation, params, functionArguments };
  }

  #add(method: string, pattern: string, operation: AnyOperation): void {
    let node = this.#root;
    for (const part of pattern.split('/').filter(Boolean)) {
      if (part.startsWith('{')) {
        node.param ??= { name: part.slice(1, -1), node: newNode() };
        node = node.param.node;
      } else {
        const key = part.toLowerCase();
        const next = node.literal.get(key) ?? newNode();
        node.literal.set(key, next);
        node = next;
      }
    }
    node.operations.set(method, operation);
  }
}

/** delta, $count and the like where they are not served: a refusal is clearer than a search for an item of that name. */
function isFunction(segment: string): boolean {
  return segment.startsWith('$') || segment.toLowerCase() === 'delta';
}

function newNode(): Node {
  return { literal: new Map(), param: undefined, operations: new Map() };
}

/** `users('a')/microsoft.graph.delta()` becomes users, a, delta. */
function splitPath(path: string): { segments: string[]; functionArguments: string } {
  const segments: string[] = [];
  let functionArguments = '';
  for (const raw of path.split('/')) {
    if (raw === '') continue;
    const text = decode(raw).replace(/^microsoft\.graph\./, '');
    const call = /^([A-Za-z]+)\((.*)\)$/s.exec(text);
    if (!call) segments.push(text);
    else {
      const [, name = '', argument = ''] = call;
      const key = /^'(.*)'$/s.exec(argument);
      segments.push(name);
      if (key) segments.push((key[1] ?? '').replaceAll("''", "'"));
      else functionArguments = argument;
    }
  }
  return { segments, functionArguments };
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw refusals.parseUri(`Bad percent-encoding in the path segment '${raw}'.`);
  }
}
