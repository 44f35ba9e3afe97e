import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const EmailChangesController = () => import('#accounts/controllers/email_changes_controller')
const EmailConfirmationsController = () => import('#accounts/controllers/email_confirmations_controller')
const EmailRestorationsController = () => import('#accounts/controllers/email_restorations_controller')
const MagicLinksController = () => import('#accounts/controllers/magic_links_controller')
const MagicSessionsController = () => import('#accounts/controllers/magic_sessions_controller')
const PasswordResetMailsController = () => import('#accounts/controllers/password_reset_mails_controller')
const PasswordResetsController = () => import('#accounts/controllers/password_resets_controller')

// Public: asking for a mail. The answer is the same whether or not there is such an account.
router
  .group(() => {
    router.post('forgot-password', [PasswordResetMailsController, 'store']).as('auth.forgot_password')
    router.post('magic-link', [MagicLinksController, 'store']).as('auth.magic_link.store')
  })
  .prefix('api/auth')
  .use(middleware.attempts('mails'))

// Public: the secret of a mail is all the proof there is.
router
  .group(() => {
    router.post('reset-password', [PasswordResetsController, 'store']).as('auth.reset_password')
    router.post('change-email', [EmailConfirmationsController, 'store']).as('auth.change_email')
    router.post('undo-email', [EmailRestorationsController, 'store']).as('auth.undo_email')
  })
  .prefix('api/auth')
  .use(middleware.limit('writes'))
router
  .post('api/auth/magic-link/session', [MagicSessionsController, 'store'])
  .as('auth.magic_link.session')
  .use([middleware.limit('writes'), middleware.session('required'), middleware.csrf()])

// Signed in, just confirmed, and about to use another address.
router
  .post('api/user/email', [EmailChangesController, 'store'])
  .as('user.email.store')
  .use([
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.attempts('mails'),
    middleware.confirmed(),
  ])
