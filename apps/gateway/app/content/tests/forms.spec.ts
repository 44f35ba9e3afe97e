import mail from '@adonisjs/mail/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { updateItem } from '@directus/sdk'
import { admin } from '#content/cms/client'
import sendSubmissionMail from '#content/mails/send_submission_mail'
import { SubmissionMail } from '#content/mails/submission_mail'
import { asVisitor, item, stored, unplug } from '#content/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

const fields = [
  { name: 'name', label: 'Name', type: 'text', required: true },
  { name: 'email', label: 'Mail', type: 'email', required: true },
  { name: 'topic', label: 'Topic', type: 'select', required: false, options: 'Question, Idea' },
  { name: 'message', label: 'Message', type: 'textarea', required: true },
  { name: 'terms', label: 'Agreed', type: 'checkbox', required: true },
]

const values = { name: 'Ada', email: 'ada@example.com', topic: '', message: 'Hello\nthere', terms: true }

test.group('Forms', (group) => {
  let form: Awaited<ReturnType<typeof item>>
  let path: string

  group.each.setup(async () => {
    const key = uuidv7()
    form = await item('forms', {
      key,
      name: 'Contact',
      fields,
      submit_label: 'Send',
      success_message: 'Thanks!',
    })
    path = `/api/cms/forms/${form.id}/submissions`
    return () => form.remove()
  })

  const submissions = () =>
    stored<{ id: string; data: object }[]>(`/items/form_submissions?filter[form][_eq]=${form.id}`)

  test('store what was filled in, and record that it came', async ({ assert, client }) => {
    const json = { values: { ...values, admin: true }, elapsedMs: 9_000 }
    const response = await asVisitor(client, path, json)
    response.assertStatus(201)
    response.assertBodyContains({ message: 'Thanks!' })

    const [submission] = await submissions()
    assert.deepEqual(submission!.data, {
      name: 'Ada',
      email: 'ada@example.com',
      message: 'Hello\nthere',
      terms: true,
    })
    const event = await LedgerEvent.findByOrFail({ subject_id: submission!.id })
    assert.equal(event.action, 'form.submitted')
    assert.deepEqual(event.metadata, { formId: form.id })
  })

  test('become a mail that can be answered', async ({ client, cleanup }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const [site] = await stored<{ id: string; contact_email: string | null }[]>(
      '/items/globals?filter[language][_eq]=en',
    )
    const answeredAt = async (contact_email: string | null) =>
      void (await admin.request(updateItem('globals', site!.id, { contact_email })))
    await answeredAt('hello@gantry.test')
    cleanup(() => answeredAt(site!.contact_email))

    await asVisitor(client, path, { values, elapsedMs: 9_000 })
    const [submission] = await submissions()
    const event = await LedgerEvent.findByOrFail({ subject_id: submission!.id })
    await db.transaction((trx) => sendSubmissionMail(event, trx))

    mails.assertSent(SubmissionMail, ({ message }) => {
      message.assertTo('hello@gantry.test')
      message.assertReplyTo('ada@example.com')
      message.assertTextIncludes('Hello\nthere')
      message.assertHtmlIncludes('>Message</strong>')
      return true
    })
  })

  test('refuse {what} and store nothing')
    .with([
      { what: 'a missing name', field: 'name', value: '' },
      { what: 'a mail address that is none', field: 'email', value: 'ada' },
      { what: 'a topic that is not offered', field: 'topic', value: 'Complaint' },
      { what: 'a message without end', field: 'message', value: 'x'.repeat(5_001) },
      { what: 'terms not agreed to', field: 'terms', value: false },
    ])
    .run(async ({ assert, client }, { field, value }) => {
      const json = { values: { ...values, [field]: value }, elapsedMs: 9_000 }
      const response = await asVisitor(client, path, json)
      response.assertStatus(422)
      assert.deepEqual(Object.keys(response.body().details), [field])
      assert.isEmpty(await submissions())
    })

  test('take what was sent within a moment for a slip', async ({ assert, client }) => {
    const response = await asVisitor(client, path, { values, elapsedMs: 300 })
    response.assertStatus(422)
    assert.property(response.body().details, 'elapsedMs')
    assert.isEmpty(await submissions())
  })

  test('thank robots and forget what they sent', async ({ assert, client }) => {
    const json = { values, elapsedMs: 9_000, website: 'https://spam.example' }
    const response = await asVisitor(client, path, json)
    response.assertStatus(201)
    response.assertBodyContains({ message: 'Thanks!' })
    assert.isEmpty(await submissions())
  })

  test('that do not exist are 404', async ({ client }) => {
    const response = await asVisitor(client, `/api/cms/forms/${uuidv7()}/submissions`, {
      values,
      elapsedMs: 9_000,
    })
    response.assertStatus(404)
  })

  test('cannot be read by anyone', async ({ client }) => {
    const response = await client.get(path)
    response.assertStatus(404)
  })

  test('wait while the CMS is gone, and nothing is recorded', async ({ assert, client, cleanup }) => {
    const before = await LedgerEvent.query().where({ action: 'form.submitted' })
    cleanup(unplug())
    const response = await asVisitor(client, path, { values, elapsedMs: 9_000 })
    response.assertStatus(503)
    assert.lengthOf(await LedgerEvent.query().where({ action: 'form.submitted' }), before.length)
  })
})
