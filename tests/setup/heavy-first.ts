import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders by how long one of their files takes, the longest first. */
const heavy = [
  '/tests/surfaces/',
  '/tests/start/',
  '/tests/corpora/',
  '/tests/bench/',
  '/tests/contract/',
  '/tests/model/',
  '/tests/scenarios/',
  '/tests/',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = heavy.findIndex((folder) => moduleId.includes(folder));
  return place < 0 ? heavy.length : place;
};

/** Long files first, so that none begins when the others are done: a fresh clone knows no durations of an earlier run. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
