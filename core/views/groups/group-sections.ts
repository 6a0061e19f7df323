/** The sections of a group's page, in their order; each has its address. */
export const groupSections = ['members', 'settings', 'changes'] as const;
export type GroupSection = (typeof groupSections)[number];

export const readGroupSection = (text: string | undefined): GroupSection => groupSections.find((one) => one === text) ?? groupSections[0];
