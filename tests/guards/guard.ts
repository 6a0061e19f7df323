/** One rule that keeps data or people from harm, how it is taken away, and a test that must fail then. */
export interface Guard {
  name: string;
  /** What it keeps from happening. */
  prevents: string;
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  test: { file: string; name: string };
}
