/** The sections of an organization's page, in their order; each has its address. */
export const sections = ['coverage', 'holds', 'preview', 'mapping', 'sources', 'settings', 'changes'] as const;
export type OrganizationSection = (typeof sections)[number];

export const readSection = (text: string | undefined): OrganizationSection => sections.find((one) => one === text) ?? sections[0];
