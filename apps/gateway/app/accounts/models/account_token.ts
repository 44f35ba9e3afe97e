import { createHash, randomBytes } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime, type DurationLikeObject } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { DeadLinkException } from '#accounts/exceptions/dead_link_exception'
import User from '#accounts/models/user'
import { AccountTokenSchema } from '#database/schema'

interface Kind {
  lifetime: DurationLikeObject
  /** It is about another address than the one its person has. */
  elsewhere?: true
  /** A newer one leaves it alone. */
  lasting?: true
}

/** What a link in a mail may be for, and how long it works. */
const kinds = {
  verification: { lifetime: { hours: 24 } },
  password_reset: { lifetime: { hours: 1 } },
  magic_link: { lifetime: { minutes: 15 } },
  email_change: { lifetime: { hours: 24 }, elsewhere: true },
  email_undo: { lifetime: { days: 7 }, elsewhere: true, lasting: true },
} as const satisfies Record<string, Kind>

export type Purpose = keyof typeof kinds

const kindOf = (purpose: Purpose): Kind => kinds[purpose]

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/**
 * A secret that is mailed to a person and works once. The database knows its hash alone; it dies when it expires, when a
 * newer one for the same purpose is made, and when the person's address is no longer the one it was mailed to.
 */
export default class AccountToken extends AccountTokenSchema {
  static override selfAssignPrimaryKey = true

  /** @returns the secret to put into the mail; nobody can read it again */
  static async issue(
    trx: TransactionClientContract,
    user: User,
    purpose: Purpose,
    { address = user.email, browserHash = null }: { address?: string; browserHash?: string | null } = {},
  ) {
    const { lifetime, lasting } = kindOf(purpose)
    const secret = randomBytes(32).toString('base64url')
    if (!lasting) await trx.from('account_tokens').where({ user_id: user.id, purpose }).delete()
    await this.create(
      {
        id: uuidv7(),
        userId: user.id,
        purpose,
        hash: hashOf(secret),
        address,
        browserHash,
        expiresAt: DateTime.utc().plus(lifetime),
      },
      { client: trx },
    )
    return secret
  }

  /**
   * Uses a token up, in the transaction of what it is used for: of many at once, one succeeds, and what fails afterwards
   * leaves it as it was.
   *
   * @param browserHash of the browser that shows it, for a token that works in one alone
   * @returns the person, locked until the transaction ends
   * @throws DeadLinkException
   */
  static async redeem(
    trx: TransactionClientContract,
    purpose: Purpose,
    secret: string,
    browserHash?: string,
  ) {
    const named = { purpose, hash: hashOf(secret) }
    const token = await this.query({ client: trx }).where(named).forUpdate().first()
    if (!token) throw new DeadLinkException('E_LINK_UNKNOWN')
    if (token.usedAt) throw new DeadLinkException('E_LINK_USED')
    if (token.expiresAt <= DateTime.utc()) throw new DeadLinkException('E_LINK_EXPIRED')
    if (token.browserHash && token.browserHash !== browserHash)
      throw new DeadLinkException('E_LINK_ELSEWHERE')

    const user = await User.query({ client: trx }).where('id', token.userId).forUpdate().firstOrFail()
    const isElsewhere = kindOf(purpose).elsewhere ?? false
    if (user.disabledAt || (!isElsewhere && user.email !== token.address))
      throw new DeadLinkException('E_LINK_UNKNOWN')
    await token.merge({ usedAt: DateTime.utc() }).save()
    return { user, token }
  }

  /** A used or expired one is kept for a while, so that whoever opens its link is told what became of it. */
  static forgetOld() {
    return db
      .from('account_tokens')
      .where('expires_at', '<', DateTime.utc().minus({ days: 7 }).toJSDate())
      .delete()
  }
}
