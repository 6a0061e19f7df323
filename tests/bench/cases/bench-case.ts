import type { Least } from '../least-requests.ts';
import type { RunMeasure, WorldMeasure } from '../measurement.ts';

/** One line of a case's table. */
export interface CaseRow {
  items: string;
  run: string;
  measure: Pick<RunMeasure, 'milliseconds' | 'http'>;
  least: Least;
  /** MiB at their highest until then. */
  memory: WorldMeasure['memory'];
  /** The time below which the round trips alone do not come, where answers are delayed. */
  bound?: { milliseconds: number; terms: string };
}

/** Something beside the plain sync that is measured in fresh worlds. */
export interface BenchCase {
  title: string;
  note: string;
  /** What N counts, and which are taken unless told. */
  sizes: { quick: readonly number[]; whole: readonly number[] };
  measure(n: number, profile: string | null): Promise<CaseRow[]>;
}
