import { log } from './log.ts'

/** Runs `work` when poked and at least every `intervalMs`, never twice at a time. */
export class Background {
  readonly #work: () => Promise<void>
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(name: string, intervalMs: number, work: () => Promise<void>) {
    this.#work = () => work().catch((error) => log('error', `${name} failed`, { error }))
    this.#timer = setInterval(() => this.poke(), intervalMs)
  }

  poke() {
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#loop()
  }

  async #loop() {
    do {
      this.#again = false
      await this.#work()
    } while (this.#again && !this.#stopped)
    this.#running = undefined
  }

  /** Resolves when the work in hand is done. */
  async idle() {
    while (this.#running) await this.#running
  }

  async stop() {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.idle()
  }
}
