import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const BillingFiguresController = () => import('#admin/controllers/billing_figures_controller')
const FailedJobsController = () => import('#admin/controllers/failed_jobs_controller')
const JobRetriesController = () => import('#admin/controllers/job_retries_controller')
const LedgerController = () => import('#admin/controllers/ledger_controller')
const LedgerExportsController = () => import('#admin/controllers/ledger_exports_controller')
const OrganizationBillingController = () => import('#admin/controllers/organization_billing_controller')
const OrganizationExportsController = () => import('#admin/controllers/organization_exports_controller')
const OrganizationsController = () => import('#admin/controllers/organizations_controller')
const OrganizationSuspensionsController = () =>
  import('#admin/controllers/organization_suspensions_controller')
const QueuesController = () => import('#admin/controllers/queues_controller')
const StatisticsController = () => import('#admin/controllers/statistics_controller')
const SystemController = () => import('#admin/controllers/system_controller')
const UserExportsController = () => import('#admin/controllers/user_exports_controller')
const UserImpersonationsController = () => import('#admin/controllers/user_impersonations_controller')
const UserSessionsController = () => import('#admin/controllers/user_sessions_controller')
const UserSuspensionsController = () => import('#admin/controllers/user_suspensions_controller')
const UserTwoFactorResetsController = () => import('#admin/controllers/user_two_factor_resets_controller')
const UserVerificationMailsController = () => import('#admin/controllers/user_verification_mails_controller')
const UsersController = () => import('#admin/controllers/users_controller')
const WebhookReplaysController = () => import('#admin/controllers/webhook_replays_controller')
const WebhooksController = () => import('#admin/controllers/webhooks_controller')

// The platform: what administrators see.
router
  .group(() => {
    router
      .get('statistics', [StatisticsController, 'show'])
      .as('admin.statistics.show')
      .use(middleware.can('system.read'))
    router
      .get('system', [SystemController, 'show'])
      .as('admin.system.show')
      .use(middleware.can('system.read'))
    router.get('users', [UsersController, 'index']).as('admin.users.index').use(middleware.can('user.read'))
    router.get('users/:id', [UsersController, 'show']).as('admin.users.show').use(middleware.can('user.read'))
    router
      .get('organizations', [OrganizationsController, 'index'])
      .as('admin.organizations.index')
      .use(middleware.can('tenant.read'))
    router
      .get('organizations/:id', [OrganizationsController, 'show'])
      .as('admin.organizations.show')
      .use(middleware.can('tenant.read'))
    router
      .get('organizations/:id/billing', [OrganizationBillingController, 'show'])
      .as('admin.organizations.billing')
      .use(middleware.can('tenant.read'))
    router
      .get('billing', [BillingFiguresController, 'show'])
      .as('admin.billing.show')
      .use(middleware.can('system.read'))
    router
      .get('billing/webhooks', [WebhooksController, 'index'])
      .as('admin.billing.webhooks.index')
      .use(middleware.can('system.read'))
    router
      .get('ledger', [LedgerController, 'index'])
      .as('admin.ledger.index')
      .use(middleware.can('ledger.read'))
    router
      .get('queues', [QueuesController, 'index'])
      .as('admin.queues.index')
      .use(middleware.can('system.read'))
    router
      .get('queues/:queue/failures', [FailedJobsController, 'index'])
      .as('admin.queues.failures.index')
      .use(middleware.can('system.read'))
  })
  .prefix('api/admin')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth()])

// Files of any length.
router
  .group(() => {
    router
      .get('users.csv', [UserExportsController, 'show'])
      .as('admin.users.export')
      .use(middleware.can('user.read'))
    router
      .get('organizations.csv', [OrganizationExportsController, 'show'])
      .as('admin.organizations.export')
      .use(middleware.can('tenant.read'))
    router
      .get('ledger.csv', [LedgerExportsController, 'show'])
      .as('admin.ledger.export')
      .use(middleware.can('ledger.export'))
  })
  .prefix('api/admin')
  .use([middleware.limit('exports'), middleware.session(), middleware.auth()])

// What they change.
router
  .group(() => {
    router
      .patch('users/:id', [UsersController, 'update'])
      .as('admin.users.update')
      .use(middleware.can('user.update'))
    router
      .post('users/:id/suspension', [UserSuspensionsController, 'store'])
      .as('admin.users.disable')
      .use(middleware.can('user.disable'))
    router
      .delete('users/:id/suspension', [UserSuspensionsController, 'destroy'])
      .as('admin.users.enable')
      .use(middleware.can('user.disable'))
    router
      .delete('users/:id/sessions', [UserSessionsController, 'destroy'])
      .as('admin.users.sign_out')
      .use(middleware.can('user.update'))
    router
      .post('users/:id/verification-mail', [UserVerificationMailsController, 'store'])
      .as('admin.users.verify')
      .use(middleware.can('user.update'))
    router
      .post('users/:id/two-factor-reset', [UserTwoFactorResetsController, 'store'])
      .as('admin.users.reset_two_factor')
      .use(middleware.can('user.update'))
    router
      .patch('organizations/:id', [OrganizationsController, 'update'])
      .as('admin.organizations.update')
      .use(middleware.can('tenant.update'))
    router
      .post('organizations/:id/suspension', [OrganizationSuspensionsController, 'store'])
      .as('admin.organizations.disable')
      .use(middleware.can('tenant.disable'))
    router
      .delete('organizations/:id/suspension', [OrganizationSuspensionsController, 'destroy'])
      .as('admin.organizations.enable')
      .use(middleware.can('tenant.disable'))
    router
      .post('billing/webhooks/:key/replay', [WebhookReplaysController, 'store'])
      .as('admin.billing.webhooks.replay')
      .use(middleware.can('system.manage'))
    router
      .post('queues/:queue/failures/:job/retry', [JobRetriesController, 'store'])
      .as('admin.queues.failures.retry')
      .use(middleware.can('system.manage'))
    router
      .delete('queues/:queue/failures/:job', [FailedJobsController, 'destroy'])
      .as('admin.queues.failures.destroy')
      .use(middleware.can('system.manage'))
  })
  .prefix('api/admin')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.idempotency(),
  ])

// Going on as somebody else, which needs a session and a fresh proof of who one is.
router
  .post('api/admin/users/:id/impersonation', [UserImpersonationsController, 'store'])
  .as('admin.users.impersonate')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.can('user.impersonate'),
    middleware.confirmed(),
  ])
