/** The sections of a customer's page, in their order; each has its address. */
export const customerSections = ['overview', 'holds', 'settings', 'changes'] as const;
export type CustomerSection = (typeof customerSections)[number];

export const readCustomerSection = (text: string | undefined): CustomerSection =>
  customerSections.find((one) => one === text) ?? customerSections[0];
