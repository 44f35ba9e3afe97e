import { createItem, readItem, readItems } from '@directus/sdk'
import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from 'uuidv7'
import { admin, reader } from '#content/cms/client'
import type { Form } from '#content/cms/schema'
import { formValidator } from '#content/validators/submission'
import { fallback } from '#content/views/language'
import { record } from '#ledger/record'

declare module '#ledger/record' {
  export interface Actions {
    'form.submitted': { formId: string }
  }
}

export async function findForm(id: string) {
  const [form] = await reader.request(readItems('forms', { filter: { id: { _eq: id } }, limit: 1 }))
  return form
}

/** Stores what a visitor filled in; the mail about it follows from the record. Both or neither. */
export async function submit(form: Form, values: Record<string, unknown>) {
  const given = Object.entries(values).filter(([, value]) => value !== '')
  const data = await formValidator(form).validate(Object.fromEntries(given))

  const id = uuidv7()
  await db.transaction(async (trx) => {
    await record(trx, {
      action: 'form.submitted',
      subject: ['form_submission', id],
      metadata: { formId: form.id },
    })
    await admin.request(createItem('form_submissions', { id, form: form.id, data }))
  })
}

/** A submission with its form, and the address of the people who answer. */
export async function loadSubmission(id: string, formId: string) {
  const [submission, form, [site]] = await Promise.all([
    admin.request(readItem('form_submissions', id)),
    admin.request(readItem('forms', formId)),
    admin.request(
      readItems('globals', { fields: ['contact_email'], filter: { language: { _eq: fallback } } }),
    ),
  ])
  return { submission, form, recipient: site?.contact_email ?? null }
}
