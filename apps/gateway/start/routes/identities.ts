import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const FirstPasswordController = () => import('#accounts/controllers/first_password_controller')
const IdentitiesController = () => import('#accounts/controllers/identities_controller')
const ProviderCallbacksController = () => import('#organizations/controllers/provider_callbacks_controller')
const ProviderVisitsController = () => import('#accounts/controllers/provider_visits_controller')
const ProvidersController = () => import('#accounts/controllers/providers_controller')

// Signing in by the word of somebody else: which there are, the way there, and the way back.
router
  .get('api/auth/providers', [ProvidersController, 'index'])
  .as('auth.providers.index')
  .use(middleware.limit('reads'))
router
  .get('api/auth/providers/:provider/redirect', [ProviderVisitsController, 'show'])
  .as('auth.providers.visit')
  .use([middleware.landing(), middleware.limit('writes')])
router
  .get('api/auth/providers/:provider/callback', [ProviderCallbacksController, 'show'])
  .as('auth.providers.callback')
  .use([middleware.landing(), middleware.limit('writes'), middleware.session('required')])

// The accounts elsewhere that a person has connected, and a password for whoever came by one of them.
router
  .get('api/auth/identities', [IdentitiesController, 'index'])
  .as('auth.identities.index')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])
router
  .group(() => {
    router.post('password', [FirstPasswordController, 'store']).as('auth.password.store')
    router.post('identities', [IdentitiesController, 'store']).as('auth.identities.store')
    router.delete('identities/:id', [IdentitiesController, 'destroy']).as('auth.identities.destroy')
  })
  .prefix('api/auth')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.confirmed(),
  ])
