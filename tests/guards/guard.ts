/** One rule that keeps data or people from harm, how it is taken away, and a test that must fail then. */
export interface Guard {
  name: string;
  /** What it keeps from happening. */
  prevents: string;
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** `says`: what its failure has to say, where failing alone would not show that this is what it noticed. */
  test: { file: string; name: string; says?: string };
}
