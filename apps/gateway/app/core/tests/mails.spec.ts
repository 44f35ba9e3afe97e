import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { UnrecoverableError } from 'bullmq'
import { html } from '#core/html'
import { post } from '#core/mail/post'
import { ProductMail } from '#core/mail/product_mail'
import { specimen, templates } from '#core/mail/templates'
import { mailServer } from '#core/tests/mail_server'
import { ace } from '#tests/ace'

class Sample extends ProductMail<{ name: string }> {
  override letter() {
    const { name } = this.data
    return {
      subject: `For ${name}`,
      greeting: `Hello ${name},`,
      paragraphs: ['A first thing.', `And one for ${name}.`],
      facts: [['Note', `two\nlines, ${name}`]] as [string, string][],
      action: { label: 'Go on', url: `https://gantry.test/go?name=${name}` },
      footnote: 'Not you? Never mind.',
    }
  }
}

const injected = '<img src=x onerror=alert(1)>"\r\nBcc: mallory@example.test\u0000\u001b[31m'

/** A currency, or the name of an event: nobody types these. */
const isCode = (text: string) => /^(?:[A-Z]{3}|[a-z]+\.[a-z_]+)$/.test(text)

const poisoned = (value: unknown): unknown => {
  if (typeof value === 'string') return isCode(value) ? value : value + injected
  if (Array.isArray(value)) return value.map(poisoned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, poisoned(entry)]))
}

const escaped = (text: string) => html`${text}`.source

test.group('A mail', () => {
  test('says the same as text and as HTML', async ({ assert }) => {
    const mail = new Sample('alice@acme.test', 'cause', { name: 'Ann & "Bob" <x>' })
    await mail.build()
    const { text, html } = mail.message.nodeMailerMessage
    const { subject, greeting, paragraphs, facts, action, footnote } = mail.letter()

    for (const words of [greeting, ...paragraphs, ...facts.flat(), action.label, action.url, footnote]) {
      assert.include(String(text), words)
      assert.include(String(html), escaped(words))
    }
    assert.include(String(html), `<title>${escaped(subject)}</title>`)
  })

  test('says which event it is about, and that nobody need answer', async ({ assert }) => {
    const mail = new Sample('alice@acme.test', 'event-1', { name: 'Ann' })
    await mail.build()

    assert.equal(mail.message.nodeMailerMessage.messageId, '<event-1.sample@localhost>')
    mail.message.assertHeader('Auto-Submitted', 'auto-generated')
  })

  test('takes no header from a name', async ({ assert, cleanup }) => {
    const server = await mailServer()
    cleanup(server.close)
    await post(new Sample('alice@acme.test', 'cause', { name: injected }))
    const [headers = ''] = server.received[0]?.split('\n\n') ?? []

    assert.match(headers, /^To: alice@acme\.test$/m)
    assert.notMatch(headers, /^Bcc:/im)
  })

  test('that is greylisted is tried again', async ({ assert, cleanup }) => {
    const server = await mailServer({ recipient: '451 later' })
    cleanup(server.close)
    const error = await post(new Sample('alice@acme.test', 'cause', { name: 'Ann' })).catch(
      (thrown) => thrown,
    )

    assert.instanceOf(error, Error)
    assert.notInstanceOf(error, UnrecoverableError)
  })

  test('that is refused is not', async ({ assert, cleanup }) => {
    const server = await mailServer({ recipient: '550 nobody here' })
    cleanup(server.close)
    const error = await post(new Sample('alice@acme.test', 'cause', { name: 'Ann' })).catch(
      (thrown) => thrown,
    )

    assert.instanceOf(error, UnrecoverableError)
    assert.include(error.message, '550 nobody here')
  })

  test('that a provider {outcome} on {status}')
    .with([
      { status: 422, outcome: 'fails for good', isFinal: true },
      { status: 401, outcome: 'is tried again', isFinal: false },
      { status: 429, outcome: 'is tried again', isFinal: false },
      { status: 500, outcome: 'is tried again', isFinal: false },
    ])
    .run(async ({ assert, cleanup }, { status, isFinal }) => {
      const mailer = mail.use('smtp')
      const { send } = mailer
      mailer.send = () => Promise.reject(new Error('refused', { cause: { response: { status } } }))
      cleanup(() => void (mailer.send = send))
      const error = await post(new Sample('alice@acme.test', 'cause', { name: 'Ann' })).catch(
        (thrown) => thrown,
      )

      assert.equal(error instanceof UnrecoverableError, isFinal)
    })
})

test.group('The page of all mails', () => {
  test('is there in development and nowhere else', async ({ assert, client }) => {
    const routes = async (mode: string) =>
      (await ace(['list:routes', '--json'], { NODE_ENV: mode, UPLOADS_FOLDER: '/tmp' })).output

    assert.include(await routes('development'), '/api/mails')
    const production = await routes('production')
    assert.include(production, '/api/health')
    assert.notInclude(production, '/api/mails')
    ;(await client.get('/api/mails')).assertStatus(404)
  }).timeout(60_000)
})

test.group('The mail', () => {
  test('{name} has a sample, a subject and both parts')
    .with(templates)
    .run(async ({ assert }, template) => {
      const { subject, text, html } = await specimen(template)

      assert.isNotEmpty(subject)
      assert.notInclude(`${text}${html}`, 'undefined')
      assert.include(String(html), 'prefers-color-scheme: dark')
    })

  test('{name} shows what people typed as they typed it')
    .with(templates)
    .run(async ({ assert }, template) => {
      const { subject, to, html } = await specimen(template, poisoned(template.Mail.sample) as object)

      assert.notInclude(String(html), '<img')
      // eslint-disable-next-line no-control-regex
      assert.notMatch(String(subject), /[\u0000-\u001f]/)
      assert.deepEqual(to, ['alice@acme.test'])
    })
})
