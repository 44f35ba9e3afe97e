import { Exception } from '@adonisjs/core/exceptions'
import { languages } from '#config/i18n'
import { type Filling, type Key, speak, t } from '#core/language'

interface About {
  /** Where one code has several things to say. */
  key?: Key
  values?: Filling
  status?: number
  code?: string
  cause?: unknown
}

/**
 * What a person is told no with. Its words stand under its code in `resources/lang/<language>/errors.json`; its message is
 * the English of it, for logs, and its sentence is for whoever reads the answer.
 */
export abstract class Refusal extends Exception {
  readonly #key: Key
  readonly #values?: Filling

  constructor({ key, values, ...options }: About = {}) {
    const known = key ?? (`errors.${options.code ?? (new.target as { code?: string }).code}` as Key)
    super(
      speak(languages[0], () => t(known, values)),
      options,
    )
    this.#key = known
    this.#values = values
  }

  get sentence() {
    return t(this.#key, this.#values)
  }
}
