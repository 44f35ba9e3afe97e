import { hash } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import { GuardedFetch } from '#core/outbound/guarded_fetch'
import env from '#start/env'

/** Somebody waits in front of a form meanwhile. */
const timeout = 2_000

/**
 * Asks a list of stolen passwords that speaks the range API of Have I Been Pwned: it is told the first five characters of
 * a hash, which hundreds of others begin with too, and answers the rest of each. Padding hides how many there are.
 * https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
export class BreachedPasswords {
  constructor(
    private url = env.get('BREACHED_PASSWORDS_URL'),
    private fetch = new GuardedFetch({ timeout }),
  ) {}

  /** False also where nobody is asked or nobody answers: then the other rules have to be enough. */
  async has(password: string) {
    if (this.url === undefined) return false
    const digest = hash('sha1', password).toUpperCase()
    const known = await this.#range(digest.slice(0, 5)).catch((err: unknown) => {
      logger.warn({ err }, 'breached passwords not asked')
      return ''
    })
    const line = known.split('\n').find((entry) => entry.startsWith(`${digest.slice(5)}:`))
    // A count of zero is padding.
    return Number(line?.split(':')[1] ?? 0) > 0
  }

  async #range(prefix: string) {
    const question = { headers: { 'add-padding': 'true' } }
    const { status, body } = await this.fetch.fetch(`${this.url}/range/${prefix}`, question, 'text')
    if (status !== 200) throw new Error(`The list of breached passwords answered ${status}.`)
    return body
  }
}

export const breachedPasswords = new BreachedPasswords()
