import { Hono } from 'hono'
import { decimal, isCurrency } from '../billing/money.ts'
import { newPaymentUrl } from '../checkout/sessions.ts'
import { findCustomer, lockedOwner, preferCurrency, requireCustomer } from '../domain/customers.ts'
import { creditProblems, topUp } from '../domain/top_ups.ts'
import { terminateWallet, walletWebhook } from '../domain/wallets.ts'
import { invalid, notAllowed, notImplemented } from '../errors.ts'
import {
  bodyOf,
  findById,
  isBlank,
  isUuid,
  paginate,
  parseDate,
  Problems,
  record,
  records,
  strings,
  text,
  type Params,
} from '../http.ts'
import type { WalletRow, WalletTransactionRow } from '../rows.ts'
import type { Sandbox, Transaction } from '../sandbox.ts'
import { serializeWallet, serializeWalletTransaction } from '../serializers/wallet.ts'
import { param, present, route, serializeAll } from './route.ts'

const MAX_ACTIVE = 6

function optionsFrom(transaction: Transaction, params: Params) {
  const appliesTo = record(params.applies_to)
  const cents = (value: unknown) => (value == null ? null : Number(value))
  return {
    ...present(params, {
      name: text(params.name),
      priority: Number(params.priority ?? 50),
      expiration_at: parseDate(params.expiration_at) ?? null,
      paid_top_up_min_amount_cents: cents(params.paid_top_up_min_amount_cents),
      paid_top_up_max_amount_cents: cents(params.paid_top_up_max_amount_cents),
      invoice_requires_successful_payment:
        transaction.premium && params.invoice_requires_successful_payment === true,
      purchase_order_number: text(params.purchase_order_number),
    }),
    ...present(appliesTo, {
      fee_types: strings(appliesTo.fee_types),
      billable_metric_codes: strings(appliesTo.billable_metric_codes),
    }),
  }
}

function optionProblems(transaction: Transaction, problems: Problems, params: Params) {
  // Credits that buy themselves: a licence has them, the sandbox does not.
  if (transaction.premium && records(params.recurring_transaction_rules).length) throw notImplemented()
  const expiration = parseDate(params.expiration_at)
  if (!isBlank(params.expiration_at) && (!expiration || expiration <= transaction.now)) {
    problems.add('expiration_at', 'invalid_date')
  }
  const priority = Number(params.priority ?? 50)
  if (!Number.isInteger(priority) || priority < 1 || priority > 50) {
    problems.add('priority', 'value_is_invalid')
  }
}

async function create(transaction: Transaction, params: Params) {
  const externalId = text(params.external_customer_id) ?? ''
  await transaction.lockCustomer(externalId)
  const customer = await findCustomer(transaction, externalId)
  const problems = new Problems()
  const held = customer
    ? await transaction.count('wallets', { customer_id: customer.id, status: 'active' })
    : 0
  if (!customer) problems.add('customer', 'customer_not_found')
  else if (held >= MAX_ACTIVE) problems.add('customer', 'wallet_limit_reached')
  const credits = { paid: params.paid_credits, granted: params.granted_credits }
  creditProblems(problems, credits)
  optionProblems(transaction, problems, params)
  const rate = decimal(params.rate_amount ?? NaN)
  if (!rate.isFinite() || rate.lte(0)) problems.add('rate_amount', 'value_is_out_of_range')
  const currency = text(params.currency) ?? customer?.currency
  if (!isCurrency(currency)) problems.add('currency', 'value_is_invalid')
  problems.throwIfAny()

  const wallet = await transaction.insert('wallets', {
    ...optionsFrom(transaction, params),
    customer_id: customer!.id,
    currency: currency!,
    code: text(params.code) ?? `wallet_${held + 1}`,
    rate_amount: rate.toFixed(),
    last_balance_sync_at: transaction.now,
  })
  await preferCurrency(transaction, customer!, wallet.currency)
  walletWebhook(transaction, 'created', wallet)
  await topUp(transaction, customer!, wallet, credits, {
    name: params.transaction_name,
    metadata: params.transaction_metadata,
  })
  return wallet
}

const answer = async (transaction: Transaction, { id }: WalletRow) => ({
  wallet: await serializeWallet(transaction, await transaction.get('wallets', id)),
})

export function wallets(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const externalId = c.req.query('external_customer_id')
        const where: Partial<WalletRow> = {}
        if (!isBlank(externalId)) where.customer_id = (await requireCustomer(transaction, externalId!)).id
        const { rows, meta } = await paginate(c, transaction, 'wallets', where)
        return { wallets: await serializeAll(rows, (row) => serializeWallet(transaction, row)), meta }
      }),
    )
    .post(
      '/',
      run(async (transaction, c) =>
        answer(transaction, await create(transaction, await bodyOf(c, 'wallet'))),
      ),
    )
    .get(
      '/:id',
      run(async (transaction, c) =>
        answer(transaction, await findById(transaction, 'wallets', param(c, 'id'), 'wallet')),
      ),
    )
    .put(
      '/:id',
      run(async (transaction, c) => {
        const wallet = await findById(transaction, 'wallets', param(c, 'id'), 'wallet')
        const params = await bodyOf(c, 'wallet')
        const problems = new Problems()
        optionProblems(transaction, problems, params)
        problems.throwIfAny()
        await transaction.update('wallets', wallet.id, optionsFrom(transaction, params))
        walletWebhook(transaction, 'updated', wallet)
        return answer(transaction, wallet)
      }),
    )
    .delete(
      '/:id',
      run(async (transaction, c) => {
        const found = await findById(transaction, 'wallets', param(c, 'id'), 'wallet')
        await lockedOwner(transaction, found.customer_id)
        const wallet = await transaction.get('wallets', found.id)
        if (wallet.status === 'active') await terminateWallet(transaction, wallet)
        return answer(transaction, wallet)
      }),
    )
    .get(
      '/:id/wallet_transactions',
      run(async (transaction, c) => {
        const wallet = await findById(transaction, 'wallets', param(c, 'id'), 'wallet')
        const where: Partial<WalletTransactionRow> = { wallet_id: wallet.id }
        const status = c.req.query('status')
        if (status) where.status = status as WalletTransactionRow['status']
        const type = c.req.query('transaction_type')
        if (type) where.transaction_type = type as WalletTransactionRow['transaction_type']
        const kind = c.req.query('transaction_status')
        if (kind) where.transaction_status = kind as WalletTransactionRow['transaction_status']
        const { rows, meta } = await paginate(c, transaction, 'wallet_transactions', where)
        return {
          wallet_transactions: await serializeAll(rows, (row) =>
            serializeWalletTransaction(transaction, row),
          ),
          meta,
        }
      }),
    )
}

async function createTransactions(transaction: Transaction, params: Params) {
  const found = isUuid(params.wallet_id)
    ? await transaction.find('wallets', { id: params.wallet_id })
    : undefined
  if (!found) throw invalid({ wallet_id: ['wallet_not_found'] })
  const customer = await lockedOwner(transaction, found.customer_id)
  const wallet = await transaction.get('wallets', found.id)
  const problems = new Problems()
  if (wallet.status === 'terminated') problems.add('wallet_id', 'wallet_is_terminated')
  const credits = {
    paid: params.paid_credits,
    granted: params.granted_credits,
    voided: params.voided_credits,
  }
  creditProblems(problems, credits)
  if (!isBlank(credits.voided) && decimal(credits.voided).gt(wallet.credits_balance)) {
    problems.add('voided_credits', 'insufficient_credits')
  }
  problems.throwIfAny()
  const rows = await topUp(transaction, customer, wallet, credits, params)
  return serializeAll(rows, (row) => serializeWalletTransaction(transaction, row))
}

export function walletTransactions(sandbox: Sandbox) {
  const run = route(sandbox)
  const find = (transaction: Transaction, id: string) =>
    findById(transaction, 'wallet_transactions', id, 'wallet_transaction')
  return new Hono()
    .post(
      '/',
      run(async (transaction, c) => ({
        wallet_transactions: await createTransactions(transaction, await bodyOf(c, 'wallet_transaction')),
      })),
    )
    .get(
      '/:id',
      run(async (transaction, c) => ({
        wallet_transaction: await serializeWalletTransaction(
          transaction,
          await find(transaction, param(c, 'id')),
        ),
      })),
    )
    .post(
      '/:id/payment_url',
      run(async (transaction, c) => {
        const row = await find(transaction, param(c, 'id'))
        if (!row.invoice_id || row.transaction_status !== 'purchased') {
          throw notAllowed('invalid_wallet_transaction')
        }
        const invoice = await transaction.get('invoices', row.invoice_id)
        const customer = await lockedOwner(transaction, invoice.customer_id)
        if (!customer.payment_provider) throw invalid({ base: ['no_linked_payment_provider'] })
        if (invoice.payment_status === 'succeeded') {
          throw invalid({ base: ['invalid_invoice_status_or_payment_status'] })
        }
        return {
          wallet_transaction_payment_details: {
            lago_customer_id: customer.id,
            external_customer_id: customer.external_id,
            payment_provider: customer.payment_provider,
            lago_wallet_transaction_id: row.id,
            payment_url: await newPaymentUrl(transaction, customer, invoice),
          },
        }
      }),
    )
}
