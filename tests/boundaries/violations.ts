/** A file that breaks one row of the import table: where it stands, its one line, and what the linter then says. */
export type Violation = readonly [folder: string, line: string, says: string];

const take = (from: string) => `import { thing } from '${from}';`;

const core: Violation[] = [
  ['core/model', take('../sync/index.ts'), 'core/model may import only: itself'],
  ['core/mapping', take('../status/index.ts'), 'core/mapping may import only: model'],
  ['core/mapping', take('preact'), 'core/mapping is pure'],
  ['core/status', take('../mapping/index.ts'), 'core/status may import only: model'],
  ['core/status', take('../../service/store/index.ts'), 'core may not import from a surface, the service or the sandbox'],
  ['core/customization', take('../sync/index.ts'), 'core/customization may import only: model'],
  ['core/connectivity', take('../sync/index.ts'), 'core/connectivity may import only: model'],
  ['core/access', take('../contract/index.ts'), 'core/access may import only: model'],
  ['core/administration', take('../sync/index.ts'), 'core/administration may import only: model'],
  ['core/sync/plan', take('../../contract/index.ts'), 'core/sync may import only: model, mapping, status, customization'],
  ['core/sync', take('node:fs'), 'core runs in a browser and in the service alike'],
  ['core/contract', take('../text/index.ts'), 'core/contract may import only: model'],
  ['core/contract/routes', take('../../sync/index.ts'), 'core/contract takes only types'],
  ['core/contract', "export { thing } from '../status/index.ts';", 'core/contract takes only types'],
  ['core/host', take('../text/index.ts'), 'core/host may import only: contract, model'],
  ['core/host', take('../contract/index.ts'), 'core/host takes only types of core/contract'],
  ['core/cache', take('../status/index.ts'), 'core/cache may import only: model, contract'],
  ['core/text', take('../contract/index.ts'), 'core/text may import only: model'],
  ['core/views/status', take('../../../service/http/index.ts'), 'core may not import from a surface, the service or the sandbox'],
  ['core/views/status', take('../../sync/index.ts'), 'core/views takes only types'],
  ['core/views/status', take('../../mapping/index.ts'), 'core/views takes only types'],
  ['core/views/status', take('../../contract/index.ts'), 'core/views takes only types'],
  ['core/views/status', "export const late = await import('../../administration/index.ts');", 'core/views takes only types'],
];

const adapters = ['graph', 'ews', 'salesforce', 'exchange', 'directory', 'store', 'notify'];
const callers = ['http', 'lanes', 'accounts', 'secrets', 'telemetry', 'config'];

const service: Violation[] = [
  ...adapters.map((name, at): Violation => {
    const other = adapters[(at + 1) % adapters.length];
    return [`service/${name}`, take(`../${other}/index.ts`), `service/${name} is an adapter: it knows core and itself`];
  }),
  ...callers.map(
    (name): Violation => [
      `service/${name}`,
      take('../graph/index.ts'),
      `service/${name} may import core${/http|lanes|accounts/.test(name) ? ' and store' : ''}; it reaches adapters only through ports`,
    ],
  ),
  ...[...adapters, ...callers].map(
    (name): Violation => [
      `service/${name}/inner`,
      take('../../composition/create-parts.ts'),
      adapters.includes(name) ? 'service/composition puts them together' : 'handed to it by service/composition',
    ],
  ),
  ['service/network', take('../store/index.ts'), 'service/network may import core only'],
  ['service/lanes', take('../../sandbox/world/world.ts'), 'must not know that it talks to an emulator'],
  ['service/http', take('../../core/views/status/index.ts'), 'The service imports no surface, no view'],
];

const faces: Violation[] = [
  ['extension/host', take('../../core/sync/index.ts'), 'A surface imports only core/contract/client, host, cache, text and views'],
  ['web/host', take('../../service/http/index.ts'), 'A surface talks to the service over HTTP only'],
  ['extension/host', take('../../office-addin/host/office.ts'), 'extension imports no other surface'],
  ['office-addin/host', take('../../extension/host/tab-item.ts'), 'office-addin imports no other surface'],
  ['web/host', take('../../extension/host/tab-item.ts'), 'web imports no other surface'],
  ['manifests', take('../core/views/status/index.ts'), 'manifests may import only core/text'],
  ['sandbox/graph', take('../../core/model/index.ts'), 'The sandbox imports nothing of ours'],
];

/** One or more for each row of "Who may import whom", and for each folder in it. */
export const violations: readonly Violation[] = [...core, ...service, ...faces];

/** What the same rows let pass. */
export const allowed: readonly [folder: string, line: string][] = [
  ['core/sync', take('../model/index.ts')],
  ['core/contract', "import type { thing } from '../access/index.ts';"],
  ['core/host', "import type { thing } from '../contract/index.ts';"],
  ['core/views/status', "import type { thing } from '../../sync/index.ts';"],
  ['core/views/status', take('../../contract/client/index.ts')],
  ['core/views/status', take('../mapping/index.ts')],
  ['service/http', take('../store/index.ts')],
  ['service/composition', take('../graph/index.ts')],
  ['web/build', take('../../manifests/index.ts')],
  ['extension/host', take('../../core/views/status/index.ts')],
];
