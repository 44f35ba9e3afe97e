import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const AccountDeletionsController = () => import('#accounts/controllers/account_deletions_controller')
const AccessTokensController = () => import('#accounts/controllers/access_tokens_controller')
const AvatarController = () => import('#accounts/controllers/avatar_controller')
const ConfirmationsController = () => import('#accounts/controllers/confirmations_controller')
const CsrfTokenController = () => import('#accounts/controllers/csrf_token_controller')
const EmailVerificationsController = () => import('#accounts/controllers/email_verifications_controller')
const DataExportFilesController = () => import('#accounts/controllers/data_export_files_controller')
const DataExportsController = () => import('#accounts/controllers/data_exports_controller')
const ImpersonationsController = () => import('#accounts/controllers/impersonations_controller')
const IdentityController = () => import('#organizations/controllers/identity_controller')
const OpenSessionsController = () => import('#accounts/controllers/open_sessions_controller')
const OtherSessionsController = () => import('#accounts/controllers/other_sessions_controller')
const PasswordController = () => import('#accounts/controllers/password_controller')
const PreferencesController = () => import('#accounts/controllers/preferences_controller')
const ProfileController = () => import('#accounts/controllers/profile_controller')
const RegistrationsController = () => import('#organizations/controllers/registrations_controller')
const SessionsController = () => import('#accounts/controllers/sessions_controller')
const SigningKeysController = () => import('#accounts/controllers/signing_keys_controller')
const VerificationMailsController = () => import('#accounts/controllers/verification_mails_controller')

// Public: no session, no cookie, whoever asks.
router
  .get('api/auth/jwks.json', [SigningKeysController, 'index'])
  .as('auth.jwks')
  .use(middleware.limit('reads'))

// Public: the secret of a mail is all the proof there is, in whichever browser it is opened.
router
  .group(() => {
    router.post('auth/verify-email', [EmailVerificationsController, 'store']).as('auth.verify_email')
  })
  .prefix('api')
  .use(middleware.limit('writes'))

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
      .use([middleware.limit('proofs'), middleware.session('required'), middleware.csrf()])
    router
      .post('auth/token', [AccessTokensController, 'store'])
      .as('auth.token')
      .use([middleware.limit('proofs'), middleware.session('required'), middleware.csrf('when_cookie')])
  })
  .prefix('api')

// Signed in, and proving it again. Means nothing to a bearer token, which has no session to note it in.
router
  .group(() => {
    router
      .get('auth/confirmation', [ConfirmationsController, 'show'])
      .as('auth.confirmation.show')
      .use(middleware.limit('reads'))
    router
      .post('auth/confirmation', [ConfirmationsController, 'store'])
      .as('auth.confirmation.store')
      .use(middleware.limit('proofs'))
  })
  .prefix('api')
  .use([middleware.session('required'), middleware.csrf(), middleware.auth(), middleware.own()])

// Signed in, and asking for a mail.
router
  .group(() => {
    router
      .post('auth/verify-email/resend', [VerificationMailsController, 'store'])
      .as('auth.verify_email.resend')
  })
  .prefix('api')
  .use([
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.attempts('mails'),
  ])

// Signed in, and confirmed a moment ago.
router
  .group(() => {
    router.post('user/export', [DataExportsController, 'store']).as('user.export.store')
    router.delete('user/me', [AccountDeletionsController, 'store']).as('user.destroy')
  })
  .prefix('api')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
    middleware.confirmed(),
  ])

// Signed in: where else. Asked by a session, because one of them is "this one".
router
  .group(() => {
    router
      .get('auth/sessions', [OpenSessionsController, 'index'])
      .as('auth.sessions.index')
      .use(middleware.limit('reads'))
    router
      .delete('auth/sessions', [OtherSessionsController, 'destroy'])
      .as('auth.sessions.destroy_others')
      .use(middleware.limit('writes'))
    router
      .delete('auth/sessions/:id', [OpenSessionsController, 'destroy'])
      .as('auth.sessions.destroy')
      .use(middleware.limit('writes'))
  })
  .prefix('api')
  .use([middleware.session('required'), middleware.csrf(), middleware.auth(), middleware.own()])

// Signed in: reads.
router
  .group(() => {
    router.get('auth/me', [IdentityController, 'show']).as('auth.me')
    router.get('user/me', [ProfileController, 'show']).as('user.show')
    router.get('preferences', [PreferencesController, 'show']).as('preferences.show')
    router.get('user/export', [DataExportsController, 'index']).as('user.export.index')
    router.get('user/export/file', [DataExportFilesController, 'show']).as('user.export.file')
  })
  .prefix('api')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.own()])

// Signed in: changes.
router
  .group(() => {
    router.post('auth/logout', [SessionsController, 'destroy']).as('auth.logout')
    router.post('auth/change-password', [PasswordController, 'update']).as('auth.change_password')
    router.delete('user/deletion', [AccountDeletionsController, 'destroy']).as('user.deletion.destroy')
    router.put('preferences', [PreferencesController, 'update']).as('preferences.update')
    router.patch('user/me', [ProfileController, 'update']).as('user.update').use(middleware.idempotency())
    router
      .post('user/avatar', [AvatarController, 'store'])
      .as('user.avatar.store')
      .use(middleware.upload('avatar'))
    router.delete('user/avatar', [AvatarController, 'destroy']).as('user.avatar.destroy')
  })
  .prefix('api')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])

// An administrator who has acted as somebody else and comes back to themselves.
router
  .delete('api/auth/impersonation', [ImpersonationsController, 'destroy'])
  .as('auth.impersonation.destroy')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.own(),
  ])
