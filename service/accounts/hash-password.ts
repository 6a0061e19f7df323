/** As the password desk keeps it (better-auth's scrypt). Loaded on first use, as there. */
export const hashPassword = async (password: string): Promise<string> => (await import('better-auth/crypto')).hashPassword(password);
