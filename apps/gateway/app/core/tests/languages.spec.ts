import { glob, readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import i18n from '@adonisjs/i18n/services/main'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { test } from '@japa/runner'
import { type Language, languages } from '#config/i18n'
import { asked, isWritten, type Key, speak, t, type Values } from '#core/language'
import { alice } from '#tests/world'

const german = { 'Accept-Language': 'de-AT,de;q=0.9,en;q=0.5' }

const signIn = (client: ApiClient, headers: Record<string, string>) =>
  client
    .post('/api/auth/login')
    .withCsrfToken()
    .headers(headers)
    .json({ email: 'nobody@acme.test', password: 'wrong-password' })

const speaks = (answer: ApiResponse, language: string) => {
  answer.assertHeader('content-language', language)
  answer.assertHeader('vary', 'Accept-Language')
}

test.group('An answer', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is in the language that the browser asks for', async ({ client }) => {
    const answer = await signIn(client, german)
    answer.assertBodyContains({
      error: 'Die E-Mail-Adresse oder das Passwort ist falsch.',
      code: 'E_INVALID_CREDENTIALS',
    })
    speaks(answer, 'de')
  })

  for (const header of ['tlh', 'fr;q=0.9', '*', ';;;']) {
    test(`is in English for whoever asks for “${header}”`, async ({ client }) => {
      const answer = await signIn(client, { 'Accept-Language': header })
      answer.assertBodyContains({ error: 'The e-mail address or the password is wrong.' })
      speaks(answer, 'en')
    })
  }

  test('is in the language that the person has chosen, whatever their browser asks for', async ({
    client,
  }) => {
    const user = await (await alice()).merge({ language: 'de' }).save()
    const answer = await client
      .put('/api/preferences')
      .loginAs(user)
      .withCsrfToken()
      .headers({ 'Accept-Language': 'en' })
      .json({ theme: 'pink', timeZone: 'Middle/Earth' })

    answer.assertBodyContains({
      error: 'Einige Felder fehlen oder sind ungültig.',
      code: 'E_VALIDATION_ERROR',
      details: {
        theme: 'Bitte wählen Sie eines von: system, light, dark.',
        timeZone: 'Wählen Sie eine Zeitzone, zum Beispiel Europe/Berlin.',
      },
    })
    speaks(answer, 'de')
  })

  test('about a malformed address is in it too', async ({ client }) => {
    const answer = await client.get('/api/%').headers(german)
    answer.assertBodyContains({ error: 'Die Adresse ist fehlerhaft.', code: 'E_BAD_URL' })
    speaks(answer, 'de')
  })

  test('about nothing at an address is in it too', async ({ client }) => {
    const answer = await client.get('/api/nothing/here').headers(german)
    answer.assertBodyContains({ error: 'Unter dieser Adresse gibt es nichts.' })
    speaks(answer, 'de')
  })

  test('says what a form of a visitor lacks', async ({ client }) => {
    const answer = await client
      .post('/api/auth/register')
      .withCsrfToken()
      .headers(german)
      .json({ email: 'nothing', fullName: '', password: 'kurz' })
    answer.assertBodyContains({
      details: {
        email: 'Das ist keine E-Mail-Adresse.',
        password: 'Bitte verwenden Sie mindestens 10 Zeichen.',
      },
    })
  })

  test('without words of ours belongs to no language', async ({ assert, client }) => {
    const answer = await client.get('/api/auth/csrf').headers(german)
    assert.isUndefined(answer.header('content-language'))
    assert.isUndefined(answer.header('vary'))
  })
})

/** What a sentence asks to have filled in. */
function placeholders(language: Language, key: string) {
  const asked = new Set<string>()
  const values = new Proxy<Values>(
    {},
    {
      has: (_, name) => Boolean(asked.add(String(name))),
      get: () => 2,
    },
  )
  speak(language, () => t(key as Key, values))
  return [...asked]
}

test.group('The catalogs', () => {
  for (const language of languages.slice(1)) {
    test(`of English and ${language} have the same files, keys and placeholders`, async ({ assert }) => {
      const folder = app.languageFilesPath()
      assert.sameMembers(await readdir(`${folder}/${language}`), await readdir(`${folder}/en`))
      const [english, other] = [i18n.getTranslationsFor('en'), i18n.getTranslationsFor(language)]
      assert.isAbove(Object.keys(english).length, 200)
      assert.sameMembers(Object.keys(other), Object.keys(english))
      for (const key of Object.keys(english))
        assert.sameMembers(placeholders(language, key), placeholders('en', key), key)
    })
  }

  test('have words for every exception', async ({ assert }) => {
    const files = await Array.fromAsync(glob('app/*/exceptions/*.ts', { cwd: app.makePath() }))
    const sources = await Promise.all(files.map((file) => readFile(app.makePath(file), 'utf8')))
    const codes = sources.join('\n').match(/'E_[A-Z_]+'/g)!
    const spoken = new Set(codes.map((code) => code.slice(1, -1)))
    // Their reasons speak, or the fields do.
    for (const code of ['E_OUTBOUND_REFUSED', 'E_OUTBOUND_FAILED', 'E_REQUEST_FAILED']) spoken.delete(code)

    assert.isAbove(spoken.size, 60)
    assert.isEmpty([...spoken].filter((code) => !isWritten(`errors.${code}`)))
  })
})

test.group('A sentence', () => {
  test('counts as its language does', ({ assert }) => {
    const wait = (count: number, unit = 'seconds') =>
      languages.map((language) => speak(language, () => t('errors.E_TOO_MANY_GUESSES', { count, unit })))

    assert.match(wait(1)[0]!, /wait a second, then/)
    assert.match(wait(1)[1]!, /warten Sie eine Sekunde, und/)
    assert.match(wait(90)[1]!, /90 Sekunden/)
    assert.match(wait(3, 'minutes')[0]!, /3 minutes/)
  })

  test('is in nobody’s language where none is asked for', ({ assert }) => {
    assert.isNull(asked(undefined))
    assert.isNull(asked('tlh'))
    assert.equal(asked('de-CH'), 'de')
  })
})
