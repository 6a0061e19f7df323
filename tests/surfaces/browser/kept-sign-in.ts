/** What a surface keeps of a sign-in for its next opening, as the fake service takes it. */
export const keptSignIn = (email: string) => ({
  nested: false,
  accountId: email,
  email,
  name: '',
  accessToken: `token ${email}`,
  expiresAt: Date.now() + 3_600_000,
  refreshToken: `refresh ${email}`,
});
