/** Says what an apply did, one line each. */
export class Report {
  changes = 0
  readonly #write: (line: string) => void

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  changed(what: string) {
    this.changes += 1
    this.#write(what)
  }

  /** Something only the database has; removing it needs a person's word. */
  kept(what: string) {
    this.#write(`kept, needs --allow-deletes: ${what}`)
  }
}
