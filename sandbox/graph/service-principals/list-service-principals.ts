import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { cutPage } from '../odata/cut-page.ts';
import { readSelect } from '../odata/select.ts';
import type { ServicePrincipal } from './service-principal.ts';

const properties = new Set(['id', 'appId', 'displayName', 'accountEnabled', 'servicePrincipalType']);
const render = (principal: ServicePrincipal): Record<string, unknown> => ({ ...principal, servicePrincipalType: 'Application' });

/** The applications of the tenant. It takes a permission of its own, which an application that keeps mailboxes in step does not need. */
export const listServicePrincipals: Operation = {
  of: 'tenant',
  name: 'graph.servicePrincipals.list',
  right: 'Application.Read',
  options: ['$select', '$top', '$skip', '$count'],
  answer(call) {
    const select = readSelect(call.query.get('$select'), 'servicePrincipal', properties);
    const page = cutPage(call, [...call.store.servicePrincipals.values()].map(render), 100);
    const value = select ? page.rows.map(select) : page.rows;
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#servicePrincipals`, ...page.counts, value, ...page.links });
  },
};
