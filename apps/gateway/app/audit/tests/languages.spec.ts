import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/models/user'
import { type Action, type Actions, record } from '#ledger/record'
import { acme, alice, bob, dana } from '#tests/world'

const linux =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

/** What the newest event is called in both languages, and by whom. */
async function told(client: ApiClient, path: string, reader: User) {
  const answers = await Promise.all(
    ['en', 'de'].map((language) => client.get(path).loginAs(reader).header('accept-language', language)),
  )
  return answers.map((answer) => answer.body().data[0])
}

const said = async (...read: Parameters<typeof told>) =>
  (await told(...read)).map(({ sentence }: { sentence: string }) => sentence)

test.group('Events in the language of their reader', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('call a person and their device by its words', async ({ assert, client }) => {
    await client
      .post('/api/auth/login')
      .withCsrfToken()
      .header('user-agent', linux)
      .json({ email: 'bob@acme.test', password: 'gantry-demo-2026' })
    const [english, german] = await told(client, '/api/user/events', await bob())

    assert.containsSubset(english, {
      sentence: 'You signed in with a password.',
      device: 'Chrome 140 on Linux',
      actor: { name: 'You' },
    })
    assert.containsSubset(german, {
      sentence: 'Sie haben sich mit einem Passwort angemeldet.',
      device: 'Chrome 140 unter Linux',
      actor: { name: 'Sie' },
    })
  })

  test('say what an administrator did, and why', async ({ assert, client }) => {
    const user = await bob()
    await client
      .post(`/api/admin/users/${user.id}/suspension`)
      .loginAs(await dana())
      .withCsrfToken()
      .json({ reason: 'Sent spam' })
    await user.refresh()
    await user.merge({ disabledAt: null }).save()

    assert.deepEqual(await said(client, '/api/user/events', user), [
      'An administrator of the platform disabled your account. Reason: Sent spam',
      'Ein Administrator der Plattform hat die Nutzung Ihres Kontos gesperrt. Grund: Sent spam',
    ])
    assert.deepEqual(await said(client, '/api/admin/ledger', await dana()), [
      'Dana Diaz disabled Bob Baptiste’s account. Reason: Sent spam',
      'Dana Diaz hat die Nutzung des Kontos von Bob Baptiste gesperrt. Grund: Sent spam',
    ])
  })

  /** Alice does it to Bob, where somebody else is named. */
  async function happened<A extends Action>(action: A, metadata: Actions[A]) {
    const [organization, actor, { id }] = [await acme(), await alice(), await bob()]
    await db.transaction((trx) =>
      record(trx, {
        action,
        subject: ['user', id],
        organizationId: organization.id,
        actorId: actor.id,
        metadata,
      }),
    )
  }

  const cases: [act: () => Promise<void>, english: string, german: string][] = [
    [
      () => happened('member.role_changed', { role: 'owner', formerRole: 'viewer' }),
      'Alice Andersson changed Bob Baptiste’s role from viewer to owner.',
      'Alice Andersson hat die Rolle des Kontos von Bob Baptiste geändert: bisher Betrachter, jetzt Inhaber.',
    ],
    [
      () => happened('member.removed', { role: 'viewer' }),
      'Alice Andersson removed Bob Baptiste from the organization.',
      'Alice Andersson hat Bob Baptiste aus der Organisation entfernt.',
    ],
    [
      () => happened('wallet.top_up_ordered', { totalCents: 123_450, currency: 'EUR' }),
      'Alice Andersson ordered prepaid credit of €1,234.50.',
      'Alice Andersson hat Guthaben über 1.234,50\u00a0€ bestellt.',
    ],
    [
      () =>
        happened('invoice.payment_failed', {
          number: 'GAN-1',
          totalCents: 2_900,
          currency: 'EUR',
          reason: 'expired_card',
        }),
      'The payment of invoice GAN-1 over €29.00 failed: Your card has expired. Please use another one.',
      'Die Zahlung der Rechnung GAN-1 über 29,00\u00a0€ ist fehlgeschlagen: Ihre Karte ist abgelaufen. Bitte verwenden Sie eine andere.',
    ],
    [
      () => happened('content.restored', { kind: 'posts', title: 'Hello', revision: 2 }),
      'Alice Andersson took up an earlier edition of the post “Hello”.',
      'Alice Andersson hat eine frühere Fassung des Artikels „Hello“ wieder aufgenommen.',
    ],
    [
      () => happened('user.recovery_code_used', { left: 1 }),
      'Alice Andersson signed in with one of Bob Baptiste’s recovery codes; 1 are left.',
      'Alice Andersson hat sich mit einem der Wiederherstellungscodes des Kontos von Bob Baptiste angemeldet; einer ist übrig.',
    ],
    [
      () => happened('user.session_ended', { browser: null, system: null }),
      'Alice Andersson ended Bob Baptiste’s session in an unknown program.',
      'Alice Andersson hat eine Sitzung des Kontos von Bob Baptiste beendet: ein unbekanntes Programm.',
    ],
    [
      () => happened('studio.seat_given_back', {}),
      'Bob Baptiste’s seat of the Studio is free again.',
      'Der Studio-Platz des Kontos von Bob Baptiste ist wieder frei.',
    ],
    [
      () => happened('thing.fell_down' as never, {} as never),
      'Alice Andersson: thing fell down.',
      'Alice Andersson: thing fell down.',
    ],
  ]
  for (const [act, english, german] of cases) {
    test(`say “${german}”`, async ({ assert, client }) => {
      await act()
      assert.deepEqual(await said(client, '/api/audit', await alice()), [english, german])
    })
  }

  test('are downloaded in the language that somebody has chosen, under the same names', async ({
    assert,
    client,
  }) => {
    await happened('member.removed', { role: 'viewer' })
    const reader = await (await alice()).merge({ language: 'de' }).save()
    const answer = await client.get('/api/audit.csv?action=member.removed').loginAs(reader)

    assert.include(
      answer.text(),
      ',member.removed,Alice Andersson hat Bob Baptiste aus der Organisation entfernt.,',
    )
    assert.match(answer.text(), /^\uFEFFid,at,actor_id,actor,/)
  })
})
