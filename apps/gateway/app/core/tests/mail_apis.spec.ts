import { test } from '@japa/runner'
import { mailApi } from '#core/tests/mail_api'
import { ace } from '#tests/ace'

const key = 'only-for-tests'

const providers = [
  { name: 'brevo', path: '/smtp/email', credential: 'api-key', value: key },
  { name: 'postmark', path: '/email', credential: 'x-postmark-server-token', value: key },
  { name: 'resend', path: '/emails', credential: 'authorization', value: `Bearer ${key}` },
  { name: 'sparkpost', path: '/transmissions', credential: 'authorization', value: key },
  {
    name: 'mailgun',
    path: '/mg.gantry.test/messages.mime',
    credential: 'authorization',
    value: `Basic ${Buffer.from(`api:${key}`).toString('base64')}`,
  },
]

const send = (transport: string, url: string) =>
  ace(['mails:test', 'alice@acme.test'], {
    MAIL_TRANSPORT: transport,
    MAIL_API_URL: url,
    MAIL_API_KEY: key,
    MAIL_DOMAIN: 'mg.gantry.test',
  })

test.group('A mail by the API of', () => {
  test('{name} arrives there, chosen by the environment alone')
    .with(providers)
    .run(async ({ assert, cleanup }, { name, path, credential, value }) => {
      const api = await mailApi()
      cleanup(api.close)
      const { code, output } = await send(name, api.url)

      assert.equal(code, 0, output)
      assert.lengthOf(api.calls, 1)
      const [call] = api.calls
      assert.equal(call!.path, path)
      assert.equal(call!.headers[credential], value)
      for (const part of ['alice@acme.test', 'A test mail from Gantry', 'hello@gantry.test', 'mails arrive'])
        assert.include(call!.body, part)
    })
    .timeout(60_000)

  test('a provider that refuses it is told to whoever asked, with its answer', async ({
    assert,
    cleanup,
  }) => {
    const api = await mailApi(422)
    cleanup(api.close)
    const { code, output } = await send('resend', api.url)

    assert.equal(code, 1)
    assert.include(output, '422')
    assert.notInclude(output, key)
  }).timeout(60_000)

  test('nobody in particular is not a choice', async ({ assert }) => {
    const { code, output } = await send('pigeon', 'http://127.0.0.1:1')
    assert.equal(code, 1)
    assert.include(output, 'Set it to smtp, brevo, mailgun, postmark, resend, sparkpost.')
  }).timeout(60_000)
})
