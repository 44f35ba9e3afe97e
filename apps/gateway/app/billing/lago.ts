import { AsyncLocalStorage } from 'node:async_hooks'
import {
  Client,
  type AppliedCouponObject,
  type BillableMetricObject,
  type CouponObject,
  type CreditNoteObject,
  type CustomerObject,
  type FeeObject,
  type HttpResponse,
  type InvoiceObject,
  type PlanObject,
  type SubscriptionObject,
  type TaxObject,
  type WebhookEndpointObject,
} from 'lago-javascript-client'
import { Agent, fetch } from 'undici'
import type { Details } from '#billing/details/billing_details'
import type { Vat } from '#billing/details/vat'
import { observeClock } from '#billing/lago_clock'
import { CircuitBreaker } from '#core/outbound/circuit_breaker'
import { Upstream } from '#core/outbound/upstream'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { currency, type Feature, features, metrics } from '#config/plans'
import env from '#start/env'

export type LagoAppliedCoupon = AppliedCouponObject
export type LagoCoupon = CouponObject
export type LagoCreditNote = CreditNoteObject
/** The client's type forgets the taxes. */
export type LagoCustomer = CustomerObject & { taxes?: TaxObject[] }
export type LagoFee = FeeObject
export type LagoInvoice = InvoiceObject
export type LagoMetric = BillableMetricObject
export type LagoPlan = PlanObject
export type LagoSubscription = SubscriptionObject
export type LagoTax = TaxObject
export type LagoWebhookEndpoint = WebhookEndpointObject

type RefusalBody = { code?: string; error_details?: Record<string, unknown> } | null

const timeout = env.get('LAGO_TIMEOUT_MS')
const upstream = new Upstream('billing', {
  timeout,
  maxBytes: 5 * 1024 * 1024,
  breaker: new CircuitBreaker({ failures: 5, pause: 3_000 }),
})

const files = new Agent({ maxResponseSize: 10 * 1024 * 1024 })

/** Lago understood a request and will not do it. What nobody foresaw of these is our fault, not the caller's. */
export class LagoRefusal extends Error {
  override name = 'LagoRefusal'

  constructor(
    readonly answered: number,
    readonly body: RefusalBody,
  ) {
    super(`Lago refused with ${answered} ${JSON.stringify(body)}`)
  }

  /** Whether one of the symbolic codes of the answer is this one, wherever it stands. */
  names(code: string) {
    return (
      this.body?.code === code ||
      Object.values(this.body?.error_details ?? {})
        .flat()
        .includes(code)
    )
  }
}

/** When the calls of one act must have ended, all together; a slow Lago may use it up with the first. */
export const deadline = new AsyncLocalStorage<number>()

/** Only reads are tried twice: a connection may have died while it was idle. */
const customFetch = async (url: string | URL | Request, given?: RequestInit) => {
  const init = given as Parameters<Upstream['fetch']>[1]
  const end = Math.min(performance.now() + timeout, deadline.getStore() ?? Infinity)
  const attempt = () => {
    const left = Math.floor(end - performance.now())
    if (left <= 0)
      throw new ServiceUnavailableException('billing', { cause: 'No time left for another call.' })
    return upstream.fetch(String(url), init, left).then((answer) => {
      observeClock(answer.headers.get('date'))
      return answer as unknown as Response
    })
  }
  if (given?.method !== 'GET') return attempt()
  return attempt().catch((error: unknown) => {
    if (performance.now() >= end) throw error
    return attempt()
  })
}

/** The transport; everything else goes through `lago`. */
export const client = Client(env.get('LAGO_API_KEY').release(), {
  baseUrl: `${env.get('LAGO_URL')}/api/v1`,
  customFetch,
})

/** 401 and 403 are our key's fault, 429 the payment provider's: to our caller Lago is as gone as with a 500. */
const outages = [401, 403, 429]
const passing = ['lock_acquisition_failed', 'provider_error', 'third_party_error']

function raise(error: unknown): never {
  const { status, error: body } = error as HttpResponse<unknown, RefusalBody>
  if (status === undefined || error instanceof ServiceUnavailableException) throw error
  const isOutage = outages.includes(status) || passing.includes(body?.code ?? '')
  throw isOutage ? new ServiceUnavailableException('billing', { cause: body }) : new LagoRefusal(status, body)
}

async function dataOf<T>(call: Promise<HttpResponse<T>>): Promise<T> {
  const response = await call.catch(raise)
  // The client swallows an answer that is not JSON.
  if (response.data === null) throw new ServiceUnavailableException('billing', { cause: response.error })
  return response.data
}

/** Lago names its files by the address that browsers use; on one machine that is not the one it has for us. */
async function readPdf(url: URL) {
  const source = url.hostname === 'localhost' ? new URL(url.pathname + url.search, env.get('LAGO_URL')) : url
  try {
    const response = await fetch(source, { dispatcher: files, signal: AbortSignal.timeout(timeout) })
    if (!response.ok) throw new Error(`${source.origin} answered ${response.status}.`)
    return Buffer.from(await response.arrayBuffer())
  } catch (cause) {
    throw new ServiceUnavailableException('billing', { cause })
  }
}

/** The answer, or null when Lago says there is no such thing. */
const orNull = <T>(call: Promise<T>) =>
  call.catch((error: unknown) => {
    if (error instanceof LagoRefusal && error.answered === 404) return null
    throw error
  })

/** Without a payment provider there is no page to send people to. */
const orNoProvider = <T>(call: Promise<T>) =>
  call.catch((error: unknown) => {
    if (error instanceof LagoRefusal && error.names('no_linked_payment_provider')) return null
    throw error
  })

interface Page {
  meta: { next_page?: number | null }
}

async function everyPage<P extends Page, T>(
  fetchPage: (page: number) => Promise<HttpResponse<P>>,
  rows: (page: P) => T[],
) {
  const all: T[] = []
  for (let page: number | null = 1; page;) {
    const answer: P = await dataOf(fetchPage(page))
    all.push(...rows(answer))
    page = answer.meta.next_page ?? null
  }
  return all
}

function providerOf() {
  const provider = env.get('LAGO_PAYMENT_PROVIDER') as 'stripe' | undefined
  return (
    provider && {
      payment_provider: provider,
      payment_provider_code: env.get('LAGO_PAYMENT_PROVIDER_CODE'),
      sync_with_provider: true,
      provider_payment_methods: ['card' as const],
    }
  )
}

/** What Lago keeps beside a customer's name. */
const personal = [
  'email',
  'firstname',
  'lastname',
  'legal_name',
  'logo_url',
  'phone',
  'url',
  'address_line1',
  'address_line2',
  'city',
  'zipcode',
  'state',
  'tax_identification_number',
] as const

/** What the invoices say of who pays; the client's type knows no null, which empties a field. */
const billTo = (details: Details) =>
  ({
    legal_name: details.legalName,
    address_line1: details.addressLine1,
    address_line2: details.addressLine2,
    city: details.city,
    zipcode: details.postalCode,
    state: details.state,
    country: details.country,
    tax_identification_number: details.taxNumber,
  }) as object

/** Ids go into paths unencoded by the client, so what is not ours never reaches it: all of ours are UUIDs. */
function safe(id: string) {
  if (!/^[\w-]+$/.test(id)) throw new TypeError(`"${id}" is not an id that may stand in a path.`)
  return id
}

/**
 * Everything we ask of Lago. An organization's id is the external id of its customer and of its subscription, so that
 * every one of these calls can be repeated.
 *
 * @throws ServiceUnavailableException when Lago is gone, slow or answers nonsense; LagoRefusal when it says no
 */
export const lago = {
  /** What is not given stays as it is. */
  saveCustomer: (
    organization: { id: string; name: string },
    email: string,
    billing?: { details: Details; taxCode?: string },
  ) =>
    dataOf(
      client.customers.createCustomer({
        customer: {
          external_id: organization.id,
          name: organization.name,
          email,
          currency,
          finalize_zero_amount_invoice: 'skip',
          billing_configuration: providerOf(),
          ...(billing && billTo(billing.details)),
          ...(billing?.taxCode && { tax_codes: [billing.taxCode] }),
        },
      }),
    ).then(({ customer }) => customer),

  /** Takes out of a customer, where there is one, whatever tells who it was. */
  async forgetCustomer(organizationId: string) {
    if (!(await orNull(dataOf(client.customers.findCustomer(safe(organizationId)))))) return
    await dataOf(
      client.customers.createCustomer({
        customer: {
          external_id: organizationId,
          name: 'Deleted customer',
          // The client's type knows no null.
          ...(Object.fromEntries(personal.map((field) => [field, null])) as object),
        },
      }),
    )
  },

  /** The same plan again returns the subscription there is; a dearer one replaces it at once, a cheaper one later. */
  subscribe: (organizationId: string, planCode: string) =>
    dataOf(
      client.subscriptions.createSubscription({
        subscription: {
          external_customer_id: organizationId,
          external_id: organizationId,
          plan_code: planCode,
          billing_time: 'anniversary',
        },
      }),
    ),

  subscriptions: (organizationId: string): Promise<LagoSubscription[]> =>
    everyPage(
      (page) =>
        client.subscriptions.findAllSubscriptions({
          external_customer_id: organizationId,
          'status[]': ['active', 'pending', 'terminated', 'canceled'],
          page,
        }),
      ({ subscriptions }) => subscriptions,
    ),

  invoices: (organizationId: string): Promise<LagoInvoice[]> =>
    everyPage(
      (page) => client.invoices.findAllInvoices({ external_customer_id: organizationId, page }),
      ({ invoices }) => invoices,
    ),

  /** The bills of the plan itself, the newest last. */
  planFees: (organizationId: string): Promise<LagoFee[]> =>
    everyPage(
      (page) =>
        client.fees.findAllFees({ external_subscription_id: organizationId, fee_type: 'subscription', page }),
      ({ fees }) => fees,
    ),

  creditNotes: (organizationId: string): Promise<LagoCreditNote[]> =>
    everyPage(
      (page) => client.creditNotes.findAllCreditNotes({ external_customer_id: organizationId, page }),
      ({ credit_notes: notes }) => notes,
    ),

  /** What has been used since the period began, with its price before taxes. */
  currentUsage: (organizationId: string) =>
    dataOf(
      client.customers.findCustomerCurrentUsage(safe(organizationId), {
        external_subscription_id: organizationId,
        apply_taxes: false,
      }),
    ).then(({ customer_usage: usage }) => usage),

  /** All of them or none; each counts once under its transaction id, however often it comes. */
  sendEvents: (events: LagoEvent[]) => dataOf(client.events.createBatchEvents({ events })),

  /** Those that still take something off, the oldest first. */
  appliedCoupons: async (organizationId: string): Promise<LagoAppliedCoupon[]> => {
    const found = await orNull(
      everyPage(
        (page) =>
          client.appliedCoupons.findAllAppliedCoupons({
            external_customer_id: organizationId,
            status: 'active',
            page,
          }),
        ({ applied_coupons: coupons }) => coupons as LagoAppliedCoupon[],
      ),
    )
    // Lago lists the newest first, and times have whole seconds.
    return (found ?? [])
      .reverse()
      .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
  },

  /** Every coupon there is; only here it says what it is limited to. */
  coupons: (): Promise<LagoCoupon[]> =>
    everyPage(
      (page) => client.coupons.findAllCoupons({ page }),
      ({ coupons }) => coupons,
    ),

  applyCoupon: (organizationId: string, code: string) =>
    dataOf(
      client.appliedCoupons.applyCoupon({
        applied_coupon: { external_customer_id: organizationId, coupon_code: code },
      }),
    ),

  removeCoupon: (organizationId: string, id: string) =>
    orNull(dataOf(client.customers.deleteAppliedCoupon(safe(organizationId), safe(id)))),

  /** Prepaid credit that any invoice can use, in minor units. */
  async prepaidCents(organizationId: string, currency: string) {
    const wallets = await everyPage(
      (page) => client.wallets.findAllWallets({ external_customer_id: organizationId, page }),
      (answer) => answer.wallets,
    )
    return wallets
      .filter((wallet) => wallet.status === 'active' && wallet.currency === currency)
      .filter(
        ({ applies_to: limits }) => !limits?.fee_types?.length && !limits?.billable_metric_codes?.length,
      )
      .reduce((sum, { balance_cents: cents }) => sum + cents, 0)
  },

  customer: (organizationId: string) =>
    orNull(dataOf(client.customers.findCustomer(safe(organizationId)))).then(
      (answer) => answer?.customer ?? null,
    ),

  endSubscription: (organizationId: string) =>
    orNull(dataOf(client.subscriptions.destroySubscription(safe(organizationId)))),

  /** Ends what was never paid, leaving neither a credit nor a bill behind. */
  dropSubscription: (organizationId: string) =>
    orNull(
      dataOf(
        client.subscriptions.destroySubscription(safe(organizationId), {
          on_termination_credit_note: 'skip',
          on_termination_invoice: 'skip',
        }),
      ),
    ),

  /**
   * @param at null takes an end back
   * @returns false for a date that Lago does not take: it must lie after today
   */
  endSubscriptionAt: (organizationId: string, at: string | null) =>
    dataOf(
      client.subscriptions.updateSubscription(safe(organizationId), {
        // The client's type knows no null.
        subscription: { ending_at: at as string },
      }),
    ).then(
      () => true,
      (error: unknown) => {
        if (error instanceof LagoRefusal && error.names('invalid_date')) return false
        throw error
      },
    ),

  withdrawPlanChange: (organizationId: string) =>
    orNull(dataOf(client.subscriptions.destroySubscription(safe(organizationId), { status: 'pending' }))),

  /** Charges the card again; what comes of it Lago tells later. An invoice that is paid or being paid is left alone. */
  retryPayment: (invoiceId: string) =>
    client.invoices.retryPayment(safe(invoiceId)).then(
      () => undefined,
      (error: unknown) => {
        if ((error as { status?: number }).status !== 405) raise(error)
      },
    ),

  voidInvoice: (invoiceId: string) => dataOf(client.invoices.voidInvoice(safe(invoiceId), {})),

  async paymentUrl(invoiceId: string) {
    const answer = await orNoProvider(dataOf(client.invoices.invoicePaymentUrl(safe(invoiceId))))
    return answer?.invoice_payment_details?.payment_url ?? null
  },

  /** The invoice as a PDF, or null while Lago is still making it. */
  async invoicePdf(invoiceId: string) {
    // The first time Lago answers with nothing and makes the file.
    const answer = await client.invoices.downloadInvoice(safe(invoiceId)).catch(raise)
    const url = answer.data?.invoice?.file_url
    return url ? readPdf(new URL(url)) : null
  },

  async cardSetupUrl(organizationId: string) {
    const answer = await orNoProvider(
      dataOf(client.customers.generateCustomerCheckoutUrl(safe(organizationId))),
    )
    return answer?.customer.checkout_url ?? null
  },

  plans: (): Promise<LagoPlan[]> =>
    everyPage(
      (page) => client.plans.findAllPlans({ page }),
      ({ plans }) => plans,
    ),

  plan: (code: string): Promise<LagoPlan> =>
    dataOf(client.plans.findPlan(safe(code))).then(({ plan }) => plan),

  metrics: (): Promise<LagoMetric[]> =>
    everyPage(
      (page) => client.billableMetrics.findAllBillableMetrics({ page }),
      ({ billable_metrics }) => billable_metrics,
    ),

  taxes: (): Promise<LagoTax[]> =>
    everyPage(
      (page) => client.taxes.findAllTaxes({ page }),
      ({ taxes }) => taxes,
    ),

  /** A tax that is there already stays as it is. */
  async ensureTax({ code, name, rate, description }: Vat) {
    if (await orNull(dataOf(client.taxes.findTax(safe(code))))) return
    const tax = { code, name, rate: String(rate), description, applied_to_organization: false }
    await dataOf(client.taxes.createTax({ tax })).catch((error: unknown) => {
      if (!(error instanceof LagoRefusal && error.names('value_already_exist'))) throw error
    })
  },

  updateTax: ({ code, name, rate, description }: Vat) =>
    dataOf(client.taxes.updateTax(safe(code), { tax: { code, name, rate: String(rate), description } })),

  createMetric: (code: keyof typeof metrics) =>
    dataOf(
      client.billableMetrics.createBillableMetric({
        billable_metric: {
          code,
          name: metrics[code].name,
          aggregation_type: metrics[code].aggregation,
          recurring: false,
        },
      }),
    ).then(({ billable_metric }) => billable_metric),

  features: () =>
    everyPage(
      (page) => client.features.findAllFeatures({ page }),
      ({ features: found }) => found,
    ),

  /** A limit has the privilege `max`; a flag is there or not. */
  createFeature: (code: Feature) =>
    dataOf(
      client.features.createFeature({
        feature: {
          code,
          name: features[code].name,
          privileges: features[code].kind === 'limit' ? [{ code: 'max', value_type: 'integer' }] : [],
        },
      }),
    ),

  /** Replaces all that a plan includes. */
  setEntitlements: (planCode: string, entitlements: Record<string, Record<string, number>>) =>
    dataOf(client.plans.createEntitlement(safe(planCode), { entitlements })),

  createPlan: (plan: PlanInput) => dataOf(client.plans.createPlan({ plan })),
  updatePlan: (plan: PlanInput) => dataOf(client.plans.updatePlan(safe(plan.code), { plan })),

  webhookEndpoints: (): Promise<LagoWebhookEndpoint[]> =>
    everyPage(
      (page) => client.webhookEndpoints.findAllWebhookEndpoints({ page }),
      ({ webhook_endpoints }) => webhook_endpoints,
    ),

  createWebhookEndpoint: (endpoint: { name: string; webhook_url: string }) =>
    dataOf(
      client.webhookEndpoints.createWebhookEndpoint({
        webhook_endpoint: { ...endpoint, signature_algo: 'jwt' },
      }),
    ),

  destroyWebhookEndpoint: (id: string) =>
    orNull(dataOf(client.webhookEndpoints.destroyWebhookEndpoint(safe(id)))),

  /** The PEM of the key that signs webhooks. */
  async publicKey() {
    const { webhook } = await dataOf(client.webhooks.fetchJsonPublicKey())
    return Buffer.from(webhook.public_key ?? '', 'base64').toString('utf8')
  },

  organization: () =>
    dataOf(client.organizations.findOrganization()).then(({ organization }) => organization),
}

type LagoEvent = Parameters<typeof client.events.createBatchEvents>[0]['events'][number]
type PlanInput = Parameters<typeof client.plans.createPlan>[0]['plan']
