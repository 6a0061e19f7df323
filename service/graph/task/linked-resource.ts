/** The name that To Do shows at the link; also what tells our links from others'. Must never change. */
const applicationName = 'Lockstep';

/** Our mark on a task: To Do's own field for where a task comes from (graph/api/resources/linkedresource). */
export const linkOf = (key: string): Record<string, unknown> => ({ applicationName, displayName: 'Salesforce', externalId: key });

export const isOurs = (link: { applicationName?: string | null | undefined }): boolean => link.applicationName === applicationName;
