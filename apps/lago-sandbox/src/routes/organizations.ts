import { Hono } from 'hono'
import { isoSeconds } from '../domain/dates.ts'
import { notImplemented } from '../errors.ts'
import { bodyOf, Problems, record, text, type Params } from '../http.ts'
import type { OrganizationRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeTax } from '../serializers/common.ts'
import { present, route } from './route.ts'

const PROFILE = [
  'country',
  'address_line1',
  'address_line2',
  'state',
  'zipcode',
  'email',
  'city',
  'legal_name',
  'legal_number',
  'tax_identification_number',
] as const

async function serialize(transaction: Transaction, organization: OrganizationRow) {
  const urls = (await transaction.list('webhook_endpoints')).map(({ webhook_url }) => webhook_url)
  const taxes = await transaction.list('taxes', { applied_to_organization: true, deleted_at: null })
  const { profile } = organization
  return {
    organization: {
      lago_id: organization.id,
      name: organization.name,
      slug: organization.document_number_prefix.toLowerCase(),
      default_currency: organization.default_currency,
      created_at: isoSeconds(organization.created_at),
      webhook_url: urls[0] ?? null,
      webhook_urls: urls,
      ...Object.fromEntries(PROFILE.map((key) => [key, profile[key] ?? null])),
      timezone: organization.timezone,
      net_payment_term: organization.net_payment_term,
      email_settings: profile.email_settings ?? [],
      document_numbering: organization.document_numbering,
      document_number_prefix: organization.document_number_prefix,
      finalize_zero_amount_invoice: organization.finalize_zero_amount_invoice,
      billing_configuration: {
        invoice_footer: profile.invoice_footer ?? null,
        invoice_grace_period: organization.invoice_grace_period,
        document_locale: profile.document_locale ?? 'en',
      },
      events_store: 'postgres',
      taxes: taxes.map(serializeTax),
    },
  }
}

function changes(organization: OrganizationRow, params: Params, premium: boolean): Partial<OrganizationRow> {
  const { invoice_grace_period } = record(params.billing_configuration)
  if (premium && Number(invoice_grace_period ?? 0) > 0) throw notImplemented()
  const problems = new Problems()
  const prefix = text(params.document_number_prefix)
  if (prefix !== null && (prefix.length < 1 || prefix.length > 10)) {
    problems.add('document_number_prefix', 'value_is_too_long')
  }
  if (
    'document_numbering' in params &&
    !['per_customer', 'per_organization'].includes(text(params.document_numbering) ?? '')
  ) {
    problems.add('document_numbering', 'value_is_invalid')
  }
  problems.throwIfAny()
  const configuration = record(params.billing_configuration)
  return {
    ...present(params, {
      default_currency: text(params.default_currency) ?? organization.default_currency,
      document_numbering: text(params.document_numbering) ?? organization.document_numbering,
      document_number_prefix: prefix?.toUpperCase() ?? organization.document_number_prefix,
      net_payment_term: Number(params.net_payment_term ?? 0),
      finalize_zero_amount_invoice: params.finalize_zero_amount_invoice === true,
      ...(premium ? { timezone: text(params.timezone) ?? organization.timezone } : {}),
    }),
    profile: {
      ...organization.profile,
      ...present(params, Object.fromEntries([...PROFILE, 'email_settings'].map((key) => [key, params[key]]))),
      ...present(configuration, {
        invoice_footer: configuration.invoice_footer,
        document_locale: configuration.document_locale,
      }),
    },
  }
}

export function organizations(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run((transaction) => serialize(transaction, transaction.organization)),
    )
    .put(
      '/',
      run(async (transaction, c) => {
        const { organization, premium } = transaction
        const params = await bodyOf(c, 'organization')
        const updated = await transaction.update(
          'organizations',
          organization.id,
          changes(organization, params, premium),
        )
        return serialize(transaction, updated)
      }),
    )
}
