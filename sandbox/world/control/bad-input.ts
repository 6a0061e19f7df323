/** 400 of the control API: what is wrong, where, and what would be right. */
export class BadInput extends Error {
  readonly where: string;
  readonly todo: string;
  readonly status: 400 | 404;
  constructor(what: string, where: string, todo: string, status: 400 | 404 = 400) {
    super(what);
    this.where = where;
    this.todo = todo;
    this.status = status;
  }
  get body(): { error: { what: string; where: string; todo: string } } {
    return { error: { what: this.message, where: this.where, todo: this.todo } };
  }
}
