/** Something the person at the keyboard can put right: told in one message, without a stack, and the process ends with 1. */
export class OperatorError extends Error {
  readonly where: string;
  readonly todo: string;
  constructor(what: string, where: string, todo: string) {
    super(what);
    this.where = where;
    this.todo = todo;
  }
  get text(): string {
    return `${this.message}\n  where: ${this.where}\n  what to do: ${this.todo}`;
  }
}
