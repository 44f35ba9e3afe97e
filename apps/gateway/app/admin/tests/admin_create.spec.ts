import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { events, somebody } from '#admin/tests/world'
import AdminCreate from '#commands/admin_create'
import { bob, dana, stranger } from '#tests/world'

const { isTTY } = process.stdin

test.group('ace admin:create', (group) => {
  group.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    process.stdin.isTTY = true
    return () => {
      process.stdin.isTTY = isTTY
    }
  })

  const create = (...args: string[]) => ace.create(AdminCreate, args)

  test('makes an account with the password that was typed', async ({ assert }) => {
    const { email, password } = stranger()
    const command = await create('--email', email, '--name', 'Root')
    command.prompt.trap('Password').assertPasses(password).replyWith(password)
    await command.exec()

    command.assertSucceeded()
    const user = await User.findByCredentials(email, password)
    assert.containsSubset(user?.$attributes, { fullName: 'Root', role: 'platform_admin' })
    assert.isNotNull(user?.emailVerifiedAt)
    assert.containsSubset(await events(user!.id), [
      { action: 'user.updated', actor_id: null, metadata: { role: 'platform_admin' } },
    ])
  })

  for (const weak of ['short', 'password123', '']) {
    test(`refuses the password “${weak}”`, async ({ assert }) => {
      const { email, password } = stranger()
      const command = await create('--email', email)
      command.prompt.trap('Password').assertFails(weak).replyWith(password)
      await command.exec()
      assert.isNull(await User.findByCredentials(email, weak))
    })
  }

  test('has a link mailed where nobody is asked, and sets no password', async ({ assert }) => {
    const { email } = stranger()
    const command = await create('--email', email.toUpperCase(), '--mail')
    await command.exec()

    command.assertSucceeded()
    const user = await User.findByOrFail({ email })
    assert.isNull(user.password)
    assert.containsSubset(await events(user.id), [{ action: 'user.password_reset_requested' }])
  })

  test('gives somebody who has an account the role, once, and ends their sessions', async ({ assert }) => {
    const { id, email } = await bob()
    for (let times = 0; times < 2; times++) await (await create('--email', email)).exec()

    assert.containsSubset((await bob()).$attributes, { role: 'platform_admin', sessionEpoch: 1 })
    assert.lengthOf(await events(id), 1)
  })

  test('leaves an administrator alone', async ({ assert }) => {
    const administrator = await dana()
    await (await create('--email', administrator.email)).exec()
    assert.deepEqual((await dana()).$attributes, administrator.$attributes)
  })

  test('refuses an address that is none, and an account that is disabled', async ({ assert }) => {
    const disabled = await somebody()
    await disabled.merge({ disabledAt: disabled.createdAt }).save()
    for (const email of ['nobody', disabled.email]) {
      const command = await create('--email', email)
      await command.exec()
      command.assertFailed()
    }
    assert.equal((await User.findOrFail(disabled.id)).role, 'user')
  })
})
