import { randomUUID } from 'node:crypto'
import { differences } from './match.ts'
import { Names } from './names.ts'
import type { ExpectedResponse, Expectation, Json, Scenario, Setup, Step, Version } from './scenarios.ts'
import { request, type Answer, type Target } from './target.ts'

const PLAN_DEFAULTS = {
  interval: 'monthly',
  amount_currency: 'EUR',
  pay_in_advance: false,
  trial_period: 0,
  charges: [],
}

/** A list endpoint of a customer's objects by its root key. */
type Listed = 'invoices' | 'credit_notes' | 'wallets'

/** Replays one scenario under names of its own. */
class ScenarioRun {
  readonly #target: Target
  readonly #scenario: Scenario
  readonly #version: Version
  readonly #names = new Names(randomUUID().slice(0, 8))
  readonly #metricIds = new Map<string, string>()
  readonly #customer: string
  readonly #taxes: Json[]

  constructor(target: Target, scenario: Scenario, version: Version, taxes: Json[]) {
    this.#target = target
    this.#scenario = scenario
    this.#version = version
    this.#taxes = taxes
    this.#customer = this.#names.one(String(scenario.setup.customers?.[0]?.external_id))
  }

  async run() {
    const problems: string[] = []
    try {
      for (const [index, step] of this.#scenario.steps.entries()) {
        const found = await this.#step(step, index)
        problems.push(...found.map((problem) => `step ${index + 1}: ${problem}`))
      }
    } finally {
      await this.#leave()
    }
    return problems
  }

  /** A tax of the whole organization would reach the scenarios that follow. */
  async #leave() {
    const everywhere = (this.#scenario.setup.taxes ?? []).filter((tax) => tax.applied_to_organization)
    for (const { code } of everywhere) await this.#api('DELETE', `/taxes/${this.#names.one(String(code))}`)
  }

  #api(method: string, path: string, body?: unknown) {
    return request(`${this.#target.url}/api/v1${path}`, { method, key: this.#target.key, body })
  }

  async #create(path: string, root: string, object: Json) {
    const answer = await this.#api('POST', path, { [root]: object })
    if (answer.status !== 200) throw new Error(`setup: POST ${path} answered ${answer.status} ${answer.text}`)
    return answer.json[root] as Json
  }

  #withMetricIds(plan: Json): Json {
    const charges = ((plan.charges ?? []) as Json[]).map(({ billable_metric_code, ...charge }) => ({
      ...charge,
      billable_metric_id: this.#metricIds.get(String(billable_metric_code)),
    }))
    return { ...plan, charges }
  }

  async #setUp() {
    const setup: Setup = this.#names.in(this.#scenario.setup)
    const used = JSON.stringify(this.#scenario)
    const catalogue = this.#taxes.filter(({ code }) => used.includes(`"${String(code)}"`))
    for (const tax of this.#names.in([...catalogue, ...(this.#scenario.setup.taxes ?? [])])) {
      await this.#create('/taxes', 'tax', tax)
    }
    for (const metric of setup.metrics ?? []) {
      const { lago_id } = await this.#create('/billable_metrics', 'billable_metric', metric)
      this.#metricIds.set(String(metric.code), String(lago_id))
    }
    for (const addOn of setup.add_ons ?? []) await this.#create('/add_ons', 'add_on', addOn)
    for (const coupon of setup.coupons ?? []) await this.#create('/coupons', 'coupon', coupon)
    for (const plan of setup.plans ?? []) {
      const full = { ...PLAN_DEFAULTS, name: plan.code, ...plan }
      await this.#create('/plans', 'plan', this.#withMetricIds(full))
    }
    for (const customer of setup.customers ?? []) await this.#create('/customers', 'customer', customer)
  }

  async #moveClock({ at, tick }: Step, index: number) {
    if (at && index === 0) await this.#target.clock.set(new Date(at))
    else if (at) await this.#target.clock.advance(new Date(at))
    if (tick) await this.#target.clock.tick()
    if (index === 0) await this.#setUp()
  }

  async #step(step: Step, index: number): Promise<string[]> {
    const mark = (await this.#target.webhooks?.mark()) ?? 0
    await this.#moveClock(step, index)
    const answer = step.call ? await this.#call(step.call, step.body) : undefined
    if (step.events) await this.#sendEvents(step.events)
    await this.#target.settle?.()

    const expected: Expectation = { ...step.expect, ...step.expect_by_version?.[this.#version] }
    const problems: string[] = []
    if (answer && !expected.response && answer.status !== 200) {
      problems.push(`${step.call}: answered ${answer.status} ${answer.text}`)
    }
    if (answer && expected.response) problems.push(...this.#response(expected.response, answer))
    for (const kind of ['invoices', 'credit_notes', 'wallets'] as const) {
      const list = expected[kind]
      if (list) problems.push(...differences(this.#names.in(list), await this.#list(kind), kind))
    }
    if (expected.subscription) problems.push(...(await this.#subscription(expected.subscription)))
    if (expected.webhooks) problems.push(...(await this.#webhooks(expected.webhooks, mark)))
    return problems
  }

  async #call(call: string, body?: Json): Promise<Answer> {
    const [method = 'GET', path = ''] = call.split(/\s+/, 2)
    const resolved = await this.#references(this.#names.path(path))
    const payload = body && (JSON.parse(await this.#references(JSON.stringify(this.#names.in(body)))) as Json)
    return this.#api(method, resolved, payload)
  }

  async #sendEvents({ code, sub, properties, n }: NonNullable<Step['events']>) {
    for (let sent = 0; sent < n; sent += 1) {
      await this.#create('/events', 'event', {
        transaction_id: randomUUID(),
        code: this.#names.one(code),
        external_subscription_id: this.#names.one(sub),
        properties,
      })
    }
  }

  /** Replaces `{invoice:N}` and `{wallet:N}` by the id of the customer's N-th one. */
  async #references(text: string) {
    let result = text
    for (const [reference, kind, number] of text.matchAll(/\{(invoice|wallet):(\d+)\}/g)) {
      const list = await this.#list(`${kind as 'invoice' | 'wallet'}s`)
      result = result.replace(reference, String(list[Number(number) - 1]?.lago_id))
    }
    return result
  }

  /** The customer's objects, oldest first; invoices with their fees and subscriptions. */
  async #list(kind: Listed): Promise<Json[]> {
    const answer = await this.#api('GET', `/${kind}?external_customer_id=${this.#customer}&per_page=1000`)
    const newestFirst = (answer.json[kind] as Json[] | undefined) ?? []
    const list = newestFirst.toReversed().toSorted((a, b) => {
      const byTime = String(a.created_at).localeCompare(String(b.created_at))
      return byTime || Number(a.sequential_id ?? 0) - Number(b.sequential_id ?? 0)
    })
    if (kind !== 'invoices') return list
    const full: Json[] = []
    for (const { lago_id } of list) {
      full.push((await this.#api('GET', `/invoices/${String(lago_id)}`)).json.invoice as Json)
    }
    return full
  }

  #response(expected: ExpectedResponse, { status, text, json }: Answer) {
    const problems = differences(expected.status, status, 'response.status')
    const object = expected.root ? json[expected.root] : undefined
    if (expected.root && object === undefined) problems.push(`response: no "${expected.root}" in ${text}`)
    if (expected.object) problems.push(...differences(this.#names.in(expected.object), object, 'response'))
    if (expected.first) {
      const [first] = Array.isArray(object) ? (object as Json[]) : []
      problems.push(...differences(this.#names.in(expected.first), first, 'response[0]'))
    }
    for (const key of expected.keys ?? []) {
      if ((object as Json | undefined)?.[key] === undefined) problems.push(`response: no "${key}" in ${text}`)
    }
    if (expected.empty && text !== '') problems.push(`response: expected an empty body, got ${text}`)
    if (expected.error_code) problems.push(...differences(expected.error_code, json.code, 'response.code'))
    if (expected.error_details) {
      problems.push(...differences(expected.error_details, json.error_details, 'response.error_details'))
    }
    return problems
  }

  /** The newest one that has started; a canceled plan change never did. */
  async #subscription(expected: NonNullable<Expectation['subscription']>) {
    const wanted = this.#names.in(expected)
    const statuses = ['active', 'terminated', 'incomplete', 'canceled']
    const query = statuses.map((status) => `status[]=${status}`).join('&')
    const answer = await this.#api(
      'GET',
      `/subscriptions?external_customer_id=${this.#customer}&per_page=1000&${query}`,
    )
    const own = ((answer.json.subscriptions as Json[] | undefined) ?? []).filter(
      ({ external_id }) => external_id === wanted.external_id,
    )
    const rank = ({ status }: Json) => statuses.indexOf(String(status))
    const [newest] = own.toSorted((a, b) => {
      const started = Number(rank(a) === 3) - Number(rank(b) === 3)
      const byTime = String(b.created_at).localeCompare(String(a.created_at))
      return started || byTime || rank(a) - rank(b)
    })
    return differences(wanted, newest, 'subscription')
  }

  /** Some payloads name no customer at all; those that name another one belong to an earlier scenario. */
  #isOwn(payload: string) {
    return payload.includes(this.#customer) || !payload.includes('"external_customer_id"')
  }

  async #webhooks(expected: string[], mark: number) {
    if (!this.#target.webhooks) return []
    const sent = await this.#target.webhooks.since(mark)
    const own = sent.filter(({ payload }) => this.#isOwn(JSON.stringify(payload)))
    const types = new Set(own.map(({ type }) => type))
    return expected
      .filter((type) => !types.has(type))
      .map((type) => `webhooks: expected ${type}, got ${[...types].join(', ') || 'none'}`)
  }
}

/**
 * Replays a scenario.
 *
 * @returns a line per difference from what the scenario expects of `version`; none when it passes
 */
export const runScenario = (target: Target, scenario: Scenario, version: Version, taxes: Json[]) =>
  new ScenarioRun(target, scenario, version, taxes).run()
