const hex = (number: number): string => number.toString(16).padStart(12, '0');

/** A lasting id: `kind` tells users from organizations and so on. */
export const idOf = (kind: number, number: number): string => `0000000${kind}-0000-4000-8000-${hex(number)}`;
