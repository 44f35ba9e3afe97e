import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { PasswordNoticeMail } from '#accounts/mails/password_notice_mail'
import sendGuessingMail from '#accounts/mails/send_guessing_mail'
import sendPasswordNoticeMail from '#accounts/mails/send_password_notice_mail'
import sendWelcomeMail from '#accounts/mails/send_welcome_mail'
import User from '#accounts/models/user'
import { languageOf } from '#accounts/reading_language'
import { TrialMail } from '#billing/mails/trial_mail'
import { type Language, languages } from '#config/i18n'
import { speak } from '#core/language'
import { specimen, templates } from '#core/mail/templates'
import { mailServer } from '#core/tests/mail_server'
import LedgerEvent from '#ledger/models/ledger_event'
import type { Subscriber } from '#ledger/subscriber'
import { InvitationMail } from '#organizations/mails/invitation_mail'
import sendInvitationMail from '#organizations/mails/send_invitation_mail'
import { acme, alice, bob, charlie, stranger } from '#tests/world'

const german = { 'Accept-Language': 'de-DE,de;q=0.9,en;q=0.1' }

const eventOf = (action: string) => LedgerEvent.query().where({ action }).orderBy('id', 'desc').firstOrFail()

/** What the mail of an event says of its language. */
async function languageSent(send: Subscriber, event: LedgerEvent, cleanup: TestContext['cleanup']) {
  const server = await mailServer()
  cleanup(server.close)
  await db.transaction((trx) => send(event, trx))
  return server.received.map((mail) => /^Content-Language: (\w+)$/m.exec(mail)?.[1])
}

const invite = async (client: ApiClient, email: string, language: string) => {
  const { id } = await acme()
  const answer = await client
    .post(`/api/organizations/${id}/invitations`)
    .loginAs(await alice())
    .withCsrfToken()
    .headers({ 'Accept-Language': language })
    .json({ email, role: 'member' })
  answer.assertStatus(201)
  return eventOf('member.invited')
}

const somethingAbout = (user: User, facts: Partial<LedgerEvent>) =>
  new LedgerEvent().merge({ id: uuidv7(), subjectId: user.id, actorId: null, metadata: {}, ...facts })

/** What stands in a sample, longest first; people write in whatever language they like. */
const typed = (sample: object | undefined) =>
  [...JSON.stringify(sample).matchAll(/"(?:[^"\\]|\\.)*"/g)]
    .map(([value]) => String(JSON.parse(value)))
    .sort((one, other) => other.length - one.length)

test.group('The mail', () => {
  for (const language of languages.slice(1)) {
    test(`{name} is written in ${language} as well`)
      .with(templates)
      .run(async ({ assert }, template) => {
        const [english, other] = [await specimen(template), await specimen(template, undefined, language)]

        assert.notEqual(other.subject, english.subject)
        assert.include(String(other.html), `<html lang="${language}">`)
        const ours = typed(template.Mail.sample).reduce(
          (text, value) => text.replaceAll(value, ''),
          String(other.text),
        )
        assert.notMatch(ours, /translation missing|\bHello\b|\b[Yy]ou(r)?\b/)
      })
  }

  test('writes days, times and amounts as its reader does', ({ assert }) => {
    const notice = new PasswordNoticeMail('a@b.test', 'cause', {
      fullName: 'Alice Andersson',
      at: '2026-11-28T20:15:00.000Z',
      timeZone: 'Europe/Berlin',
    })
    const trial = new TrialMail('a@b.test', 'cause', TrialMail.sample)
    const both = <T>(say: () => T) => languages.map((language) => speak(language, say))

    const [english, german] = both(() => notice.letter().paragraphs[0])
    assert.include(english, 'on 28 November 2026 at 21:15 CET.')
    assert.include(german, 'am 28. November 2026 um 21:15 MEZ geändert.')
    assert.include(both(() => trial.letter().paragraphs[0])[1], 'sind es 29,00\u00A0€ im Monat')
    assert.equal(both(() => trial.letter().subject)[1], 'Die Testphase von Acme endet am 15. Dezember 2026')
  })

  test('calls a role by its name, and one that an operator has added as they do', ({ assert }) => {
    const text = (role: string) =>
      speak('de', () => new InvitationMail('a@b.test', 'cause', { ...InvitationMail.sample, role }).letter())
        .paragraphs[0]

    assert.include(text('member'), 'mit der Rolle Mitglied.')
    assert.include(text('bookkeeper'), 'mit der Rolle bookkeeper.')
  })
})

test.group('A mail is for', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a person in the language that they have chosen', async ({ assert, cleanup }) => {
    const user = await (await bob()).merge({ language: 'de' }).save()
    const changed = { actorId: user.id, language: 'en', createdAt: user.createdAt } as const

    assert.deepEqual(await languageSent(sendPasswordNoticeMail, somethingAbout(user, changed), cleanup), [
      'de',
    ])
  })

  test('whoever registers in the language of their browser', async ({ assert, client, cleanup }) => {
    const answer = await client.post('/api/auth/register').withCsrfToken().headers(german).json(stranger())
    answer.assertStatus(201)
    const event = await eventOf('user.registered')

    assert.equal(event.language, 'de')
    assert.deepEqual(await languageSent(sendWelcomeMail, event, cleanup), ['de'])
  })

  test('whoever is invited in the language of who invites, until they have one', async ({
    assert,
    client,
    cleanup,
  }) => {
    const unknown = await invite(client, 'nobody-yet@example.test', 'de')
    assert.deepEqual(await languageSent(sendInvitationMail, unknown, cleanup), ['de'])

    await (await charlie()).merge({ language: 'en' }).save()
    const known = await invite(client, 'charlie@globex.test', 'de')
    assert.deepEqual(await languageSent(sendInvitationMail, known, cleanup), ['en'])
  })

  test('nobody in the language of who guesses their password', async ({ assert, cleanup }) => {
    const event = somethingAbout(await bob(), { metadata: { tries: 10 }, language: 'de', ip: '192.0.2.7' })
    assert.deepEqual(await languageSent(sendGuessingMail, event, cleanup), ['en'])
  })

  test('somebody without a choice in the language of their last own request', async ({ assert, client }) => {
    const user = await User.create({ ...stranger(), emailVerifiedAt: DateTime.utc() })
    const ask = (language: Language) =>
      client
        .patch('/api/user/me')
        .loginAs(user)
        .withCsrfToken()
        .headers({ 'Accept-Language': language })
        .json({ fullName: `Mallory in ${language}` })

    assert.equal(await languageOf(user), 'en')
    ;(await ask('de')).assertStatus(200)
    assert.equal(await languageOf(user), 'de')
    assert.equal(await languageOf(user, somethingAbout(user, { actorId: uuidv7(), language: 'en' })), 'de')
    ;(await ask('en')).assertStatus(200)
    assert.equal(await languageOf(user), 'en')
  })
})
