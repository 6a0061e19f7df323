export { answerProblem } from './answer-problem.ts';
export { describeIssues } from './describe-issues.ts';
export { HttpProblem } from './http-problem.ts';
