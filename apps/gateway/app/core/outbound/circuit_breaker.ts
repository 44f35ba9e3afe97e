export class CircuitOpenException extends Error {
  override name = 'CircuitOpenException'
}

/**
 * Leaves a service that keeps failing alone: after so many failures in a row every call is refused at once, and after a
 * pause one call is let through to see whether it is back.
 */
export class CircuitBreaker {
  #failures = 0
  #closedUntil = 0

  /** @param pause in milliseconds */
  constructor(private options = { failures: 5, pause: 10_000 }) {}

  async run<T>(call: () => Promise<T>): Promise<T> {
    this.#admit()
    try {
      const answer = await call()
      this.#failures = 0
      return answer
    } catch (error) {
      this.#failures += 1
      this.#rest()
      throw error
    }
  }

  #admit() {
    if (this.#failures < this.options.failures) return
    if (performance.now() < this.#closedUntil)
      throw new CircuitOpenException('Not asked: it failed too often.')
    this.#rest()
  }

  #rest() {
    this.#closedUntil = performance.now() + this.options.pause
  }
}
