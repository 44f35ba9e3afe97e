import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const BillingDetailsController = () => import('#billing/controllers/billing_details_controller')
const CheckoutsController = () => import('#billing/controllers/checkouts_controller')
const CouponsController = () => import('#billing/controllers/coupons_controller')
const EntitlementsController = () => import('#billing/controllers/entitlements_controller')
const InvoicePaymentsController = () => import('#billing/controllers/invoice_payments_controller')
const InvoicePdfsController = () => import('#billing/controllers/invoice_pdfs_controller')
const InvoicesController = () => import('#billing/controllers/invoices_controller')
const LagoWebhooksController = () => import('#billing/controllers/lago_webhooks_controller')
const PlanPreviewsController = () => import('#billing/controllers/plan_previews_controller')
const PlansController = () => import('#billing/controllers/plans_controller')
const PortalsController = () => import('#billing/controllers/portals_controller')
const UsageController = () => import('#billing/controllers/usage_controller')
const TopUpsController = () => import('#billing/controllers/top_ups_controller')
const WalletsController = () => import('#billing/controllers/wallets_controller')
const SubscriptionsController = () => import('#billing/controllers/subscriptions_controller')

// Billing: the price list for everyone, and Lago, whose signature is checked.
router
  .get('api/billing/plans', [PlansController, 'index'])
  .as('billing.plans.index')
  .use(middleware.limit('reads'))
router
  .post('api/billing/webhooks', [LagoWebhooksController, 'store'])
  .as('billing.webhooks.store')
  .use(middleware.limit('webhooks'))

// Billing of the active organization: reads.
router
  .group(() => {
    router.get('subscriptions', [SubscriptionsController, 'index']).as('billing.subscriptions.index')
    router.get('entitlements', [EntitlementsController, 'show']).as('billing.entitlements.show')
    router.get('usage', [UsageController, 'show']).as('billing.usage.show')
    router.get('invoices', [InvoicesController, 'index']).as('billing.invoices.index')
    router.get('invoices/:id', [InvoicesController, 'show']).as('billing.invoices.show')
    router.get('invoices/:id/pdf', [InvoicePdfsController, 'show']).as('billing.invoices.pdf')
  })
  .prefix('api/billing')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('billing.read'),
  ])

// Billing: what a change would cost, and what only those who may change it see.
router
  .group(() => {
    router.get('preview', [PlanPreviewsController, 'show']).as('billing.preview.show')
    router.get('coupons', [CouponsController, 'index']).as('billing.coupons.index')
    router.get('wallet', [WalletsController, 'show']).as('billing.wallet.show')
    router.get('details', [BillingDetailsController, 'show']).as('billing.details.show')
  })
  .prefix('api/billing')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('billing.manage'),
  ])

// Billing: changes.
router
  .group(() => {
    router
      .post('subscriptions', [SubscriptionsController, 'store'])
      .as('billing.subscriptions.store')
      .use(middleware.verified('subscribe'))
    router.patch('subscriptions/:id', [SubscriptionsController, 'update']).as('billing.subscriptions.update')
    router
      .delete('subscriptions/:id', [SubscriptionsController, 'destroy'])
      .as('billing.subscriptions.destroy')
    router.post('coupons', [CouponsController, 'store']).as('billing.coupons.store')
    router.delete('coupons/:id', [CouponsController, 'destroy']).as('billing.coupons.destroy')
    router.put('wallet', [WalletsController, 'update']).as('billing.wallet.update')
    router
      .post('wallet/top-ups', [TopUpsController, 'store'])
      .as('billing.top_ups.store')
      .use(middleware.verified('subscribe'))
    router.put('details', [BillingDetailsController, 'update']).as('billing.details.update')
    router.post('invoices/:id/payment', [InvoicePaymentsController, 'store']).as('billing.invoices.pay')
    router
      .post('checkout', [CheckoutsController, 'store'])
      .as('billing.checkout.store')
      .use(middleware.verified('subscribe'))
    router.post('portal', [PortalsController, 'store']).as('billing.portal.store')
  })
  .prefix('api/billing')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('billing.manage'),
    middleware.idempotency('resumable'),
  ])
