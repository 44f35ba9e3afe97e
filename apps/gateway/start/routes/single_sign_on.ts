import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const DomainVerificationsController = () =>
  import('#single_sign_on/controllers/domain_verifications_controller')
const DomainsController = () => import('#single_sign_on/controllers/domains_controller')
const ProviderChecksController = () => import('#single_sign_on/controllers/provider_checks_controller')
const SingleSignOnCallbacksController = () =>
  import('#single_sign_on/controllers/single_sign_on_callbacks_controller')
const SingleSignOnController = () => import('#single_sign_on/controllers/single_sign_on_controller')
const SingleSignOnVisitsController = () =>
  import('#single_sign_on/controllers/single_sign_on_visits_controller')

// The way to an organization's own provider, and the way back.
router
  .get('api/auth/single-sign-on', [SingleSignOnVisitsController, 'show'])
  .as('single_sign_on.visit')
  .use([middleware.landing('/single-sign-on'), middleware.limit('writes')])
router
  .get('api/auth/single-sign-on/:organization/callback', [SingleSignOnCallbacksController, 'show'])
  .as('single_sign_on.callback')
  .use([middleware.landing('/single-sign-on'), middleware.limit('writes'), middleware.session('required')])

// How the active organization signs in.
router
  .get('api/single-sign-on', [SingleSignOnController, 'show'])
  .as('single_sign_on.show')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('single_sign_on.manage'),
  ])
router
  .group(() => {
    router
      .put('/', [SingleSignOnController, 'update'])
      .as('single_sign_on.update')
      .use(middleware.plan('sso'))
    router.delete('/', [SingleSignOnController, 'destroy']).as('single_sign_on.destroy')
    router.post('check', [ProviderChecksController, 'store']).as('single_sign_on.check')
    router
      .post('domains', [DomainsController, 'store'])
      .as('single_sign_on.domains.store')
      .use(middleware.plan('sso'))
    router.delete('domains/:id', [DomainsController, 'destroy']).as('single_sign_on.domains.destroy')
    router
      .post('domains/:id/verification', [DomainVerificationsController, 'store'])
      .as('single_sign_on.domains.verify')
  })
  .prefix('api/single-sign-on')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('single_sign_on.manage'),
  ])
