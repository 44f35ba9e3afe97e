import { html } from 'hono/html'
import type { CustomerRow, FeeRow, InvoiceRow } from '../rows.ts'
import { TEST_CARDS, type CardErrors, type CardForm } from './cards.ts'
import { money } from './layout.ts'

export interface Order {
  customer: CustomerRow
  /** Absent on the page that only stores a card. */
  invoice?: InvoiceRow
  fees: FeeRow[]
  dueCents: number
  organization: string
}

const line = (label: string, amount: string, className = '') =>
  html`<li class="${className}"><span>${label}</span><span>${amount}</span></li>`

const deduction = (label: string, cents: number, currency: string) =>
  cents > 0 ? line(label, money(-cents, currency)) : ''

function summary({ invoice, fees, dueCents, organization }: Order) {
  if (!invoice) {
    return html`<section aria-labelledby="summary">
      <h1 id="summary">${organization}</h1>
      <p class="amount">Save a card</p>
      <p class="muted">The card is kept for future invoices. Nothing is charged now.</p>
    </section>`
  }
  const { currency } = invoice
  return html`<section aria-labelledby="summary">
    <h1 id="summary">Pay ${organization}</h1>
    <p class="amount">${money(dueCents, currency)}</p>
    <ul class="lines">
      ${fees.map((fee) =>
        line(fee.item.invoice_display_name ?? fee.item.name ?? 'Fee', money(fee.amount_cents, currency)),
      )}
      ${deduction('Discount', invoice.coupons_amount_cents, currency)}
      ${invoice.taxes_amount_cents > 0 ? line('Tax', money(invoice.taxes_amount_cents, currency)) : ''}
      ${deduction('Credit notes', invoice.credit_notes_amount_cents, currency)}
      ${deduction('Prepaid credits', invoice.prepaid_credit_amount_cents, currency)}
      ${deduction('Already paid', invoice.total_paid_amount_cents, currency)}
      ${line('Total due', money(dueCents, currency), 'total')}
    </ul>
    <p class="muted small">Invoice ${invoice.number}</p>
  </section>`
}

interface Field {
  name: keyof CardForm
  label: string
  placeholder: string
  autocomplete: string
  inputmode: 'numeric' | 'text'
  maxlength: number
}

const FIELDS: Record<keyof CardForm, Field> = {
  number: {
    name: 'number',
    label: 'Card number',
    placeholder: '4242 4242 4242 4242',
    autocomplete: 'cc-number',
    inputmode: 'numeric',
    maxlength: 23,
  },
  expires: {
    name: 'expires',
    label: 'Expires',
    placeholder: 'MM / YY',
    autocomplete: 'cc-exp',
    inputmode: 'numeric',
    maxlength: 7,
  },
  cvc: {
    name: 'cvc',
    label: 'Security code',
    placeholder: 'CVC',
    autocomplete: 'cc-csc',
    inputmode: 'numeric',
    maxlength: 4,
  },
  name: {
    name: 'name',
    label: 'Name on card',
    placeholder: 'Alice Example',
    autocomplete: 'cc-name',
    inputmode: 'text',
    maxlength: 100,
  },
}

function field(
  { name, label, placeholder, autocomplete, inputmode, maxlength }: Field,
  form: Partial<CardForm>,
  errors: CardErrors,
) {
  const error = errors[name]
  return html`<div>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${form[name] ?? ''}"
      placeholder="${placeholder}"
      autocomplete="${autocomplete}"
      inputmode="${inputmode}"
      maxlength="${maxlength}"
      required
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : ''}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}
  </div>`
}

const testCards = html`<details open>
  <summary>Test cards</summary>
  <div class="scroll" tabindex="0" role="region" aria-label="Test cards">
    <table>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        ${TEST_CARDS.map(
          ({ number, effect }) =>
            html`<tr>
              <td><code>${number}</code></td>
              <td>${effect}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p class="muted small">With any name, any security code and any date in the future.</p>
</details>`

export interface CardPage {
  order: Order
  form?: Partial<CardForm>
  errors?: CardErrors
  /** What went wrong with the card as a whole. */
  alert?: string
}

export function cardPage({ order, form = {}, errors = {}, alert }: CardPage) {
  const action = order.invoice ? `Pay ${money(order.dueCents, order.invoice.currency)}` : 'Save card'
  return html`${summary(order)}
    <section aria-labelledby="card">
      <h2 id="card">${order.invoice ? 'Pay by card' : 'Card details'}</h2>
      ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ''}
      <form method="post" novalidate>
        ${field(FIELDS.number, form, errors)}
        <div class="row">${field(FIELDS.expires, form, errors)} ${field(FIELDS.cvc, form, errors)}</div>
        ${field(FIELDS.name, form, errors)}
        <div class="actions">
          <button type="submit" name="intent" value="pay">${action}</button>
          <button type="submit" name="intent" value="cancel" class="quiet">Cancel and go back</button>
        </div>
      </form>
      ${testCards}
    </section>`
}

export const confirmationPage = ({ order, last4 }: { order: Order; last4: string }) =>
  html`<section aria-labelledby="confirm">
    <h1 id="confirm">Your bank wants to know it is you</h1>
    <p class="amount">${order.invoice ? money(order.dueCents, order.invoice.currency) : 'Save this card'}</p>
    <p class="muted">Card ending in ${last4}, for ${order.organization}.</p>
    <form method="post">
      <div class="actions">
        <button type="submit" name="intent" value="approve">Approve</button>
        <button type="submit" name="intent" value="refuse" class="quiet">Refuse</button>
      </div>
    </form>
  </section>`

export const messagePage = ({ title, text, back }: { title: string; text: string; back?: string }) =>
  html`<section>
    <h1>${title}</h1>
    <p>${text}</p>
    ${back ? html`<p><a class="button" href="${back}">Go back</a></p>` : ''}
  </section>`

interface Portal {
  customer: CustomerRow
  organization: string
  invoices: InvoiceRow[]
  walletCents: { name: string; cents: number; currency: string }[]
  back: string
}

export const portalPage = ({ customer, organization, invoices, walletCents, back }: Portal) =>
  html`<section aria-labelledby="portal">
      <h1>${organization}</h1>
      <h2 id="portal">Billing of ${customer.name ?? customer.external_id}</h2>
      <p>
        ${
          customer.card
            ? html`Card on file: <strong>${customer.card.brand} ending in ${customer.card.last4}</strong>`
            : 'No card on file.'
        }
      </p>
      ${walletCents.map(
        ({ name, cents, currency }) => html`<p>${name}: <strong>${money(cents, currency)}</strong></p>`,
      )}
    </section>
    <section aria-labelledby="invoices">
      <h2 id="invoices">Invoices</h2>
      ${
        invoices.length === 0
          ? html`<p class="muted">There is no invoice yet.</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="Table of invoices">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Number</th>
                    <th scope="col">Date</th>
                    <th scope="col">Amount</th>
                    <th scope="col">Status</th>
                  </tr>
                </thead>
                <tbody>
                  ${invoices.map(
                    (invoice) =>
                      html`<tr>
                        <td><code>${invoice.number}</code></td>
                        <td>${invoice.issuing_date}</td>
                        <td>${money(invoice.total_amount_cents, invoice.currency)}</td>
                        <td>
                          ${
                            invoice.status === 'voided'
                              ? 'voided'
                              : invoice.payment_overdue
                                ? 'overdue'
                                : invoice.payment_status
                          }
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      <p><a href="${back}">Back to your account</a></p>
    </section>`
