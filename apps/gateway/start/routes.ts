import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const AccessTokensController = () => import('#accounts/controllers/access_tokens_controller')
const ActiveOrganizationController = () => import('#organizations/controllers/active_organization_controller')
const ApiDocsAssetsController = () => import('#core/controllers/api_docs_assets_controller')
const ApiDocsController = () => import('#core/controllers/api_docs_controller')
const AssetsController = () => import('#content/controllers/assets_controller')
const CheckoutsController = () => import('#billing/controllers/checkouts_controller')
const CsrfTokenController = () => import('#accounts/controllers/csrf_token_controller')
const EditorialPostsController = () => import('#content/controllers/editorial_posts_controller')
const FormSubmissionsController = () => import('#content/controllers/form_submissions_controller')
const HealthController = () => import('#core/controllers/health_controller')
const IdentityController = () => import('#organizations/controllers/identity_controller')
const InvoicePaymentsController = () => import('#billing/controllers/invoice_payments_controller')
const InvoicePdfsController = () => import('#billing/controllers/invoice_pdfs_controller')
const InvoicesController = () => import('#billing/controllers/invoices_controller')
const LagoWebhooksController = () => import('#billing/controllers/lago_webhooks_controller')
const LivenessController = () => import('#core/controllers/liveness_controller')
const OpenapiController = () => import('#core/controllers/openapi_controller')
const OrganizationsController = () => import('#organizations/controllers/organizations_controller')
const PagesController = () => import('#content/controllers/pages_controller')
const PasswordController = () => import('#accounts/controllers/password_controller')
const PlansController = () => import('#billing/controllers/plans_controller')
const PostsController = () => import('#content/controllers/posts_controller')
const ProfileController = () => import('#accounts/controllers/profile_controller')
const PurgesController = () => import('#content/controllers/purges_controller')
const RegistrationsController = () => import('#organizations/controllers/registrations_controller')
const SessionsController = () => import('#accounts/controllers/sessions_controller')
const SigningKeysController = () => import('#accounts/controllers/signing_keys_controller')
const SiteController = () => import('#content/controllers/site_controller')
const SitemapController = () => import('#content/controllers/sitemap_controller')
const SubscriptionsController = () => import('#billing/controllers/subscriptions_controller')

/** Platform roles that may change what the site says. */
const editors: ('editor' | 'platform_admin')[] = ['editor', 'platform_admin']

// Public: no session, no cookie, whoever asks.
router
  .group(() => {
    router.get('health/live', [LivenessController, 'show']).as('health.live')
    router.get('health', [HealthController, 'show']).as('health.show')
    router.get('auth/jwks.json', [SigningKeysController, 'index']).as('auth.jwks')
    router.get('openapi.json', [OpenapiController, 'show']).as('docs.openapi')
    router.get('docs', [ApiDocsController, 'show']).as('docs.show')
    router.get('docs/:file', [ApiDocsAssetsController, 'show']).as('docs.assets')
  })
  .prefix('api')
  .use(middleware.limit('reads'))

// Public, and about to begin a session.
router
  .group(() => {
    router
      .get('auth/csrf', [CsrfTokenController, 'show'])
      .as('auth.csrf')
      .use([middleware.limit('reads'), middleware.session('required'), middleware.shield()])
    router
      .post('auth/register', [RegistrationsController, 'store'])
      .as('auth.register')
      .use([middleware.attempts('registration'), middleware.session('required'), middleware.csrf()])
    router
      .post('auth/login', [SessionsController, 'store'])
      .as('auth.login')
      .use([middleware.attempts('login'), middleware.session('required'), middleware.csrf()])
    router
      .post('auth/token', [AccessTokensController, 'store'])
      .as('auth.token')
      .use([middleware.attempts('login'), middleware.session('required'), middleware.csrf('when_cookie')])
  })
  .prefix('api')

// Signed in: reads.
router
  .group(() => {
    router.get('auth/me', [IdentityController, 'show']).as('auth.me')
    router.get('user/me', [ProfileController, 'show']).as('user.show')
    router.get('organizations', [OrganizationsController, 'index']).as('organizations.index')
  })
  .prefix('api')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth()])

// Signed in: changes.
router
  .group(() => {
    router.post('auth/logout', [SessionsController, 'destroy']).as('auth.logout')
    router.post('auth/change-password', [PasswordController, 'update']).as('auth.change_password')
    router.patch('user/me', [ProfileController, 'update']).as('user.update').use(middleware.idempotency())
  })
  .prefix('api')
  .use([middleware.limit('writes'), middleware.session(), middleware.csrf(), middleware.auth()])

router
  .put('api/organizations/active', [ActiveOrganizationController, 'update'])
  .as('organizations.activate')
  .use([middleware.limit('writes'), middleware.session('required'), middleware.csrf(), middleware.auth()])

// Content for everyone, from the cache.
router
  .group(() => {
    router.get('site', [SiteController, 'show']).as('cms.site')
    router.get('sitemap', [SitemapController, 'show']).as('cms.sitemap')
    router.get('pages', [PagesController, 'show']).as('cms.home')
    router.get('pages/*', [PagesController, 'show']).as('cms.page')
    router.get('posts', [PostsController, 'index']).as('cms.posts.index')
    router.get('posts/:slug', [PostsController, 'show']).as('cms.posts.show')
    router.get('assets/:id', [AssetsController, 'show']).as('cms.assets.show')
  })
  .prefix('api/cms')
  .use(middleware.limit('reads'))

// Billing: the price list for everyone, and Lago, whose signature is checked.
router
  .get('api/billing/plans', [PlansController, 'index'])
  .as('billing.plans.index')
  .use(middleware.limit('reads'))
router
  .post('api/billing/webhooks', [LagoWebhooksController, 'store'])
  .as('billing.webhooks.store')
  .use(middleware.limit('webhooks'))

// Billing of the active organization: every member may read.
router
  .group(() => {
    router.get('subscriptions', [SubscriptionsController, 'index']).as('billing.subscriptions.index')
    router.get('invoices', [InvoicesController, 'index']).as('billing.invoices.index')
    router.get('invoices/:id', [InvoicesController, 'show']).as('billing.invoices.show')
    router.get('invoices/:id/pdf', [InvoicePdfsController, 'show']).as('billing.invoices.pdf')
  })
  .prefix('api/billing')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.organization()])

// Billing: owners and admins change it.
router
  .group(() => {
    router.post('subscriptions', [SubscriptionsController, 'store']).as('billing.subscriptions.store')
    router.patch('subscriptions/:id', [SubscriptionsController, 'update']).as('billing.subscriptions.update')
    router
      .delete('subscriptions/:id', [SubscriptionsController, 'destroy'])
      .as('billing.subscriptions.destroy')
    router.post('invoices/:id/payment', [InvoicePaymentsController, 'store']).as('billing.invoices.pay')
    router.post('checkout', [CheckoutsController, 'store']).as('billing.checkout.store')
  })
  .prefix('api/billing')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.role(['owner', 'admin']),
    middleware.idempotency(),
  ])

router
  .post('api/cms/forms/:id/submissions', [FormSubmissionsController, 'store'])
  .as('cms.form_submissions.store')
  .use(middleware.limit('submissions'))

// Content for editors, as themselves.
router
  .group(() => {
    router.get('collections/posts', [EditorialPostsController, 'index']).as('cms.entries.index')
    router.get('collections/posts/:id', [EditorialPostsController, 'show']).as('cms.entries.show')
  })
  .prefix('api/cms')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.platform(editors)])

router
  .group(() => {
    router.post('posts', [EditorialPostsController, 'store']).as('cms.posts.store')
    router.patch('posts/:id', [EditorialPostsController, 'update']).as('cms.posts.update')
    router.delete('posts/:id', [EditorialPostsController, 'destroy']).as('cms.posts.destroy')
  })
  .prefix('api/cms')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.platform(editors),
    middleware.idempotency(),
  ])

// From inside: only the internal listener answers here.
router.post('internal/cms/purges', [PurgesController, 'store']).as('internal.cms.purges.store')
