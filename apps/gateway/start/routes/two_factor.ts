import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const RecoveryCodesController = () => import('#accounts/controllers/recovery_codes_controller')
const SecondStepsController = () => import('#accounts/controllers/second_steps_controller')
const TwoFactorController = () => import('#accounts/controllers/two_factor_controller')
const TwoFactorSecretsController = () => import('#accounts/controllers/two_factor_secrets_controller')

// Public: the second step of a sign-in that waits in the session.
router
  .group(() => {
    router
      .get('session', [SecondStepsController, 'show'])
      .as('auth.second_step.show')
      .use([middleware.limit('reads'), middleware.session('required')])
    router
      .post('session', [SecondStepsController, 'store'])
      .as('auth.second_step.store')
      .use([middleware.limit('proofs'), middleware.session('required'), middleware.csrf()])
  })
  .prefix('api/auth/two-factor')

// Signed in: one's own second factor.
router
  .get('api/auth/two-factor', [TwoFactorController, 'show'])
  .as('auth.two_factor.show')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])
router
  .group(() => {
    router.post('/', [TwoFactorController, 'store']).as('auth.two_factor.store')
    router.delete('/', [TwoFactorController, 'destroy']).as('auth.two_factor.destroy')
    router.post('secret', [TwoFactorSecretsController, 'store']).as('auth.two_factor.secret')
    router.post('recovery-codes', [RecoveryCodesController, 'store']).as('auth.two_factor.recovery_codes')
  })
  .prefix('api/auth/two-factor')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.confirmed(),
  ])
