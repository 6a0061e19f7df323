/** By what accounts are looked up. */
export interface AccountWish {
  /** Names of companies as people wrote them; compared without regard to case. */
  names: readonly string[];
  /** Hosts without "www.", lower case. */
  domains: readonly string[];
}

export interface AccountRecord {
  id: string;
  name: string;
}

/** The accounts of a name, or with a website there, as far as this user may see them; of many, at least two. */
export interface FoundAccounts {
  named(name: string): readonly AccountRecord[];
  at(domain: string): readonly AccountRecord[];
}
