import type {
  AppliedCouponObject,
  BillableMetricObject,
  CouponObject,
  CreditNoteObject,
  CustomerObject,
  FeeObject,
  InvoiceObject,
  PlanObject,
  SubscriptionObject,
  WalletObject,
  WalletTransactionObject,
  TaxObject,
  WebhookEndpointObject,
} from 'lago-javascript-client'

export type LagoAppliedCoupon = AppliedCouponObject
export type LagoCoupon = CouponObject
export type LagoCreditNote = CreditNoteObject
/** The client's type forgets the taxes. */
export type LagoCustomer = CustomerObject & { taxes?: TaxObject[] }
export type LagoCurrency = PlanObject['amount_currency']
export type LagoFee = FeeObject
export type LagoInvoice = InvoiceObject
export type LagoMetric = BillableMetricObject
export type LagoPlan = PlanObject
export type LagoSubscription = SubscriptionObject
export type LagoTax = TaxObject
export type LagoWallet = WalletObject
export type LagoWalletTransaction = WalletTransactionObject
export type LagoWebhookEndpoint = WebhookEndpointObject
