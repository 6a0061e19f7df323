import { dirname, join } from 'node:path/posix';
import { reasonOf } from './import-report.ts';
import type { Importing } from './importing.ts';
import type { ExportFile } from './list-exports.ts';
import { readTree, type TreeRecord } from './read-tree.ts';
import { TreeInserter } from './tree-inserter.ts';

interface Tree {
  file: ExportFile;
  records: TreeRecord[];
}
interface Plan {
  file: ExportFile;
  files: string[];
}

/** Files of `sf data export tree`: plans in their own order, then the trees that no plan names. References hold within a plan, or a folder. */
export function importRecords(run: Importing, files: [ExportFile, string][]): void {
  const { plans, trees } = readAll(run, files);
  const seen = new Map<string, string>();
  const planned = new Set<string>();
  for (const plan of plans) {
    const inserter = new TreeInserter(run, seen);
    for (const name of plan.files) {
      const path = join(dirname(plan.file.path), name);
      const tree = trees.get(path);
      planned.add(path);
      if (tree) inserter.insertAll(tree.file, tree.records);
      else
        run.report.refused.push({ file: plan.file.path, item: name, reason: 'the plan names a file that is not there, or is not a tree' });
    }
  }
  const folders = new Map<string, TreeInserter>();
  for (const [path, tree] of trees) {
    if (planned.has(path)) continue;
    const inserter = folders.get(dirname(path)) ?? new TreeInserter(run, seen);
    folders.set(dirname(path), inserter);
    inserter.insertAll(tree.file, tree.records);
  }
}

function readAll({ report }: Importing, files: [ExportFile, string][]): { plans: Plan[]; trees: Map<string, Tree> } {
  const trees = new Map<string, Tree>();
  const plans: Plan[] = [];
  for (const [file, text] of files) {
    try {
      const read = readTree(text);
      if ('reason' in read) report.refused.push({ file: file.path, line: read.line, reason: read.reason });
      else if ('files' in read) plans.push({ file, files: read.files });
      else trees.set(file.path, { file, records: read.records });
    } catch (failure) {
      report.refused.push({ file: file.path, reason: reasonOf(failure) });
    }
  }
  report.files.plans = plans.length;
  return { plans, trees };
}
