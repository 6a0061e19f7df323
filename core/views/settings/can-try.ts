import type { Setting } from './setting-line.tsx';

/** What a control of this page can hold. Mapping has a page of its own, where the org's fields are known. */
export const canTry = ({ key, adjustable }: Pick<Setting, 'key' | 'adjustable'>): boolean => adjustable && !key.endsWith('.mapping');
