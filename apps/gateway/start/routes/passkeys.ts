import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const PasskeyChallengesController = () => import('#accounts/controllers/passkey_challenges_controller')
const PasskeyConfirmationsController = () => import('#accounts/controllers/passkey_confirmations_controller')
const PasskeyOptionsController = () => import('#accounts/controllers/passkey_options_controller')
const PasskeySessionsController = () => import('#accounts/controllers/passkey_sessions_controller')
const PasskeysController = () => import('#accounts/controllers/passkeys_controller')

// Public: what a passkey has to sign, and signing in by it.
router
  .group(() => {
    router.post('challenge', [PasskeyChallengesController, 'store']).as('auth.passkeys.challenge')
    router.post('session', [PasskeySessionsController, 'store']).as('auth.passkeys.session')
  })
  .prefix('api/auth/passkeys')
  .use([middleware.limit('proofs'), middleware.session('required'), middleware.csrf()])

// Signed in, and proving it again.
router
  .post('api/auth/confirmation/passkey', [PasskeyConfirmationsController, 'store'])
  .as('auth.confirmation.passkey')
  .use([
    middleware.limit('proofs'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])

// Signed in: one's own passkeys.
router
  .get('api/auth/passkeys', [PasskeysController, 'index'])
  .as('auth.passkeys.index')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])
router
  .patch('api/auth/passkeys/:id', [PasskeysController, 'update'])
  .as('auth.passkeys.update')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])
router
  .group(() => {
    router.post('/', [PasskeysController, 'store']).as('auth.passkeys.store')
    router.post('options', [PasskeyOptionsController, 'store']).as('auth.passkeys.options')
    router.delete(':id', [PasskeysController, 'destroy']).as('auth.passkeys.destroy')
  })
  .prefix('api/auth/passkeys')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.confirmed(),
  ])
