/** What both sides hold. The lossy readings are fixed, so that reading twice is no edit (fields.ts). */
const fromOutlook: Readonly<Record<string, string>> = { free: 'free', workingElsewhere: 'free', oof: 'oof' };
const fromSalesforce: Readonly<Record<string, string>> = { Free: 'free', OutOfOffice: 'oof' };
const toSalesforce: Readonly<Record<string, string>> = { free: 'Free', oof: 'OutOfOffice' };

export const showAsFromOutlook = (value: string | null | undefined): string => fromOutlook[value ?? ''] ?? 'busy';
export const showAsFromSalesforce = (value: string | null): string => fromSalesforce[value ?? ''] ?? 'busy';
export const showAsToSalesforce = (value: unknown): string => toSalesforce[String(value)] ?? 'Busy';
export const showAsToOutlook = (value: unknown): string => (value === 'free' || value === 'oof' ? value : 'busy');
