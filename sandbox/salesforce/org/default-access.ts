import type { Row } from '../schema/index.ts';
import type { Org } from './org.ts';

const words = { Private: 'None', Read: 'Read', ReadWrite: 'Edit', ControlledByParent: 'ControlledByParent' } as const;

/** What the Organization record tells of the sharing defaults. */
export function defaultAccess(org: Org): Row {
  const shown = ['Account', 'Contact', 'Lead', 'Opportunity', 'Case'];
  return Object.fromEntries(
    Object.entries(org.settings.sharing).flatMap(([object, sharing]) =>
      shown.includes(object) ? [[`Default${object}Access`, words[sharing]]] : [],
    ),
  );
}

export function putDefaults(org: Org): void {
  const type = org.type('Organization');
  for (const row of [...org.store(type).rows()]) org.put(type, { ...row, ...defaultAccess(org) });
}
