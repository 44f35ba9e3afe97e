import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { IANAZone } from 'luxon'
import { isCurrency } from '../billing/money.ts'
import { newCheckoutUrl, newPortalUrl } from '../checkout/sessions.ts'
import {
  customerWebhook,
  findCustomer,
  insertCustomer,
  lockedCustomer,
  requireCustomer,
} from '../domain/customers.ts'
import { isoSeconds } from '../domain/dates.ts'
import { newProviderCustomerId, PROVIDER } from '../domain/payments.ts'
import { cancelPending, terminate } from '../domain/subscriptions.ts'
import { requireTaxes } from '../domain/taxes.ts'
import { terminateWallet } from '../domain/wallets.ts'
import { invalid, notFound, notImplemented } from '../errors.ts'
import { bodyOf, isBlank, paginate, Problems, record, records, strings, text, type Params } from '../http.ts'
import type { CustomerRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { CUSTOMER_PROFILE, serializeCustomer } from '../serializers/customer.ts'
import { currentUsage, pastUsage } from '../serializers/usage.ts'
import { customerParam, present, route, serializeAll } from './route.ts'

const ZERO_INVOICES = ['inherit', 'skip', 'finalize']
const EMAIL = /^[^@\s,]+@[^@\s,]+(,\s*[^@\s,]+@[^@\s,]+)*$/
const COUNTRY = /^[A-Z]{2}$/
const WITH_SETUP = ['card', 'sepa_debit', 'us_bank_account', 'bacs_debit', 'link', 'boleto']

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

const isCountry = (value: unknown) =>
  typeof value === 'string' &&
  COUNTRY.test(value.toUpperCase()) &&
  countries.of(value.toUpperCase()) !== undefined
const isLanguage = (value: unknown) =>
  typeof value === 'string' && /^[a-z]{2}(-[A-Z]{2})?$/.test(value) && languages.of(value) !== undefined

function validate(params: Params, premium: boolean) {
  const problems = new Problems()
  const configuration = record(params.billing_configuration)
  // Drafts that can still change: a licence has them, the sandbox does not.
  if (premium && Number(configuration.invoice_grace_period ?? 0) > 0) throw notImplemented()
  const given = (value: unknown) => !isBlank(value)
  if (given(params.currency) && !isCurrency(params.currency)) problems.add('currency', 'value_is_invalid')
  if (given(params.country) && !isCountry(params.country)) problems.add('country', 'not_a_valid_country_code')
  if (given(params.email) && !EMAIL.test(String(params.email))) problems.add('email', 'invalid_email_format')
  if (given(configuration.document_locale) && !isLanguage(configuration.document_locale)) {
    problems.add('document_locale', 'not_a_valid_language_code')
  }
  if (premium && given(params.timezone) && !IANAZone.isValidZone(String(params.timezone))) {
    problems.add('timezone', 'invalid_timezone')
  }
  if (
    given(params.finalize_zero_amount_invoice) &&
    !ZERO_INVOICES.includes(String(params.finalize_zero_amount_invoice))
  ) {
    problems.add('finalize_zero_amount_invoice', 'invalid_value')
  }
  if (records(params.metadata).length > 5) problems.add('metadata', 'invalid_count')
  problems.throwIfAny()
}

/** Items without a known id are added, items that are not named are removed. */
function metadata(transaction: Transaction, params: Params, current: CustomerRow['metadata']) {
  return records(params.metadata).map((item) => {
    const existing = current.find(({ lago_id, key }) => lago_id === item.id || key === item.key)
    return {
      lago_id: existing?.lago_id ?? randomUUID(),
      key: text(item.key) ?? existing?.key ?? '',
      value: text(item.value) ?? '',
      display_in_invoice: item.display_in_invoice === true,
      created_at: existing?.created_at ?? isoSeconds(transaction.now)!,
    }
  })
}

/** What the request changes about the payment provider. */
function providerChanges(params: Params, current?: CustomerRow): Partial<CustomerRow> {
  const configuration = record(params.billing_configuration)
  if (!('payment_provider' in configuration)) {
    return present(configuration, {
      provider_payment_methods: strings(configuration.provider_payment_methods),
    })
  }
  const provider = text(configuration.payment_provider)
  if (!provider) return { payment_provider: null, payment_provider_code: null, provider_customer_id: null }
  const code = text(configuration.payment_provider_code) ?? PROVIDER.code
  if (provider !== PROVIDER.type || code !== PROVIDER.code) throw notFound('payment_provider')
  const wantsCustomer = configuration.sync_with_provider === true || configuration.sync === true
  const methods = strings(configuration.provider_payment_methods)
  return {
    payment_provider: provider,
    payment_provider_code: code,
    sync_with_provider: configuration.sync_with_provider === true,
    provider_payment_methods: methods.length ? methods : (current?.provider_payment_methods ?? ['card']),
    provider_customer_id:
      text(configuration.provider_customer_id) ??
      current?.provider_customer_id ??
      (wantsCustomer ? newProviderCustomerId() : null),
  }
}

function rowFrom(transaction: Transaction, params: Params, current?: CustomerRow): Partial<CustomerRow> {
  const configuration = record(params.billing_configuration)
  const profileKeys = [...CUSTOMER_PROFILE, 'shipping_address'] as const
  return {
    ...present(params, {
      name: text(params.name),
      currency: text(params.currency),
      net_payment_term: params.net_payment_term == null ? null : Number(params.net_payment_term),
      finalize_zero_amount_invoice: (text(params.finalize_zero_amount_invoice) ??
        'inherit') as CustomerRow['finalize_zero_amount_invoice'],
      skip_invoice_custom_sections: params.skip_invoice_custom_sections === true,
      tax_codes: strings(params.tax_codes),
      metadata: metadata(transaction, params, current?.metadata ?? []),
      ...(transaction.premium ? { timezone: text(params.timezone) } : {}),
    }),
    ...present(configuration, { document_locale: text(configuration.document_locale) }),
    profile: {
      ...current?.profile,
      ...present(params, Object.fromEntries(profileKeys.map((key) => [key, params[key]]))),
    },
    ...providerChanges(params, current),
  }
}

/** The provider's customer now exists; a method that needs set-up gets its page by webhook (CONTRACT 5). */
async function announceProviderCustomer(transaction: Transaction, customer: CustomerRow) {
  customerWebhook(transaction, 'payment_provider_created', customer)
  const anyEndpoint = (await transaction.count('webhook_endpoints', {})) > 0
  const needsSetup = customer.provider_payment_methods.some((method) => WITH_SETUP.includes(method))
  if (!anyEndpoint || !needsSetup) return
  const checkout_url = await newCheckoutUrl(transaction, customer)
  transaction.webhook(
    'customer.checkout_url_generated',
    'payment_provider_customer_checkout_url',
    customer.id,
    () => Promise.resolve({ ...provider(customer), checkout_url }),
  )
}

const provider = (customer: CustomerRow) => ({
  lago_customer_id: customer.id,
  external_customer_id: customer.external_id,
  payment_provider: customer.payment_provider,
  payment_provider_code: customer.payment_provider_code,
})

async function upsert(transaction: Transaction, params: Params) {
  const externalId = text(params.external_id)
  if (externalId === null || externalId.trim() === '') throw invalid({ external_id: ['value_is_mandatory'] })
  validate(params, transaction.premium)
  await requireTaxes(transaction, strings(params.tax_codes))
  await transaction.lockCustomer(externalId)
  const current = await findCustomer(transaction, externalId)
  const row = rowFrom(transaction, params, current)
  const customer = current
    ? await transaction.update('customers', current.id, row)
    : await insertCustomer(transaction, { ...row, external_id: externalId })
  if (current) customerWebhook(transaction, 'updated', customer)
  if (customer.provider_customer_id && !current?.provider_customer_id) {
    await announceProviderCustomer(transaction, customer)
  }
  return customer
}

/** Everything the customer still holds ends with it (CONTRACT 2.5). */
async function destroy(transaction: Transaction, customer: CustomerRow) {
  const where = { customer_id: customer.id }
  for (const pending of await transaction.list('subscriptions', { ...where, status: 'pending' })) {
    await cancelPending(transaction, pending)
  }
  for (const active of await transaction.list('subscriptions', { ...where, status: 'active' })) {
    await terminate(transaction, customer, active)
  }
  for (const wallet of await transaction.list('wallets', { ...where, status: 'active' })) {
    await terminateWallet(transaction, wallet)
  }
  for (const { id } of await transaction.list('applied_coupons', { ...where, status: 'active' })) {
    await transaction.update('applied_coupons', id, { status: 'terminated', terminated_at: transaction.now })
  }
  return transaction.update('customers', customer.id, { deleted_at: transaction.now })
}

export function customers(sandbox: Sandbox) {
  const run = route(sandbox)
  const answer = async (transaction: Transaction, customer: CustomerRow) => ({
    customer: await serializeCustomer(transaction, customer),
  })
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const { rows, meta } = await paginate(c, transaction, 'customers', { deleted_at: null })
        return { customers: await serializeAll(rows, (row) => serializeCustomer(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) =>
        answer(transaction, await upsert(transaction, await bodyOf(c, 'customer'))),
      ),
    )
    .get(
      '/:external_id',
      run(async (transaction, c) =>
        answer(transaction, await requireCustomer(transaction, customerParam(c))),
      ),
    )
    .delete(
      '/:external_id',
      run(async (transaction, c) => {
        const customer = await lockedCustomer(transaction, customerParam(c))
        return answer(transaction, await destroy(transaction, customer))
      }),
    )
    .get(
      '/:external_id/portal_url',
      run(async (transaction, c) => {
        const customer = await requireCustomer(transaction, customerParam(c))
        return { customer: { portal_url: await newPortalUrl(transaction, customer) } }
      }),
    )
    .post(
      '/:external_id/checkout_url',
      run(async (transaction, c) => {
        const customer = await requireCustomer(transaction, customerParam(c))
        if (!customer.payment_provider || !customer.provider_customer_id) {
          throw invalid({ base: ['no_linked_payment_provider'] })
        }
        if (!customer.provider_payment_methods.some((method) => WITH_SETUP.includes(method))) {
          throw invalid({ provider_payment_methods: ['no_payment_methods_to_setup_available'] })
        }
        return {
          customer: {
            ...provider(customer),
            checkout_url: await newCheckoutUrl(transaction, customer),
          },
        }
      }),
    )
    .get(
      '/:external_id/current_usage',
      run(async (transaction, c) => {
        const customer = await requireCustomer(transaction, customerParam(c))
        const subscription = c.req.query('external_subscription_id') ?? ''
        const withTaxes = c.req.query('apply_taxes') !== 'false'
        return { customer_usage: await currentUsage(transaction, customer, subscription, withTaxes) }
      }),
    )
    .get(
      '/:external_id/past_usage',
      run(async (transaction, c) => {
        const customer = await requireCustomer(transaction, customerParam(c))
        const periods = await pastUsage(transaction, customer, c.req.query())
        const count = Number(c.req.query('periods_count')) || periods.length
        return {
          usage_periods: periods.slice(0, count),
          meta: {
            current_page: periods.length ? 1 : 0,
            next_page: null,
            prev_page: null,
            total_pages: periods.length ? 1 : 0,
            total_count: periods.length,
          },
        }
      }),
    )
}
