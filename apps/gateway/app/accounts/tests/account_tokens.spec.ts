import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DeadLinkException } from '#accounts/exceptions/dead_link_exception'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { alice, stranger } from '#tests/world'

const issue = (user: User) => db.transaction((trx) => AccountToken.issue(trx, user, 'verification'))

const redeem = (secret: string) => db.transaction((trx) => AccountToken.redeem(trx, 'verification', secret))

test.group('A token that was mailed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is 256 bits, of which the database keeps a hash', async ({ assert }) => {
    const secret = await issue(await alice())
    const [row] = await db.from('account_tokens').where({ user_id: (await alice()).id })

    assert.lengthOf(Buffer.from(secret, 'base64url'), 32)
    assert.notInclude(JSON.stringify(row), secret)
  })

  test('names its person once', async ({ assert }) => {
    const secret = await issue(await alice())
    const { user } = await redeem(secret)

    assert.equal(user.email, 'alice@acme.test')
    await assert.rejects(() => redeem(secret), 'This link has been used already.')
  })

  test('is as good as new when what it was used for failed', async ({ assert }) => {
    const secret = await issue(await alice())
    const failing = () =>
      db.transaction(async (trx) => {
        await AccountToken.redeem(trx, 'verification', secret)
        throw new Error('and then it failed')
      })

    await assert.rejects(failing, 'and then it failed')
    assert.equal((await redeem(secret)).user.email, 'alice@acme.test')
  })

  test('dies when it expires', async ({ assert }) => {
    const secret = await issue(await alice())
    await db.from('account_tokens').update({ expires_at: new Date(Date.now() - 1) })

    await assert.rejects(() => redeem(secret), 'This link has expired.')
  })

  test('dies with a newer one', async ({ assert }) => {
    const [older, newer] = [await issue(await alice()), await issue(await alice())]

    await assert.rejects(() => redeem(older), DeadLinkException)
    assert.equal((await redeem(newer)).user.email, 'alice@acme.test')
  })

  test('dies with the address it was mailed to', async ({ assert }) => {
    const user = await alice()
    const secret = await issue(user)
    await user.merge({ email: 'alice@elsewhere.test' }).save()

    await assert.rejects(() => redeem(secret), DeadLinkException)
  })

  test('is nothing for who was disabled', async ({ assert }) => {
    const user = await alice()
    const secret = await issue(user)
    await user.merge({ disabledAt: user.createdAt }).save()

    await assert.rejects(() => redeem(secret), DeadLinkException)
  })

  test('is forgotten when it is of no use any more', async ({ assert }) => {
    await issue(await alice())
    await db.from('account_tokens').update({ expires_at: new Date(Date.now() - 8 * 86_400_000) })
    await AccountToken.forgetOld()

    assert.isEmpty(await db.from('account_tokens').where({ user_id: (await alice()).id }))
  })
})

// Outside of one transaction, because the thirty have to meet at the row.
test('A token that was mailed is used by one of thirty at once', async ({ assert, cleanup }) => {
  const user = await User.create(stranger())
  cleanup(() => user.delete())
  const secret = await issue(user)
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => redeem(secret)))

  assert.lengthOf(
    outcomes.filter(({ status }) => status === 'fulfilled'),
    1,
  )
})
