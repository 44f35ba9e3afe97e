import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const UserExportsController = () => import('#admin/controllers/user_exports_controller')
const UserSessionsController = () => import('#admin/controllers/user_sessions_controller')
const UserSuspensionsController = () => import('#admin/controllers/user_suspensions_controller')
const UserVerificationMailsController = () => import('#admin/controllers/user_verification_mails_controller')
const UsersController = () => import('#admin/controllers/users_controller')

// The platform: what administrators see.
router
  .group(() => {
    router.get('users', [UsersController, 'index']).as('admin.users.index')
    router.get('users/:id', [UsersController, 'show']).as('admin.users.show')
  })
  .prefix('api/admin')
  .use([middleware.limit('reads'), middleware.session(), middleware.auth(), middleware.can('user.read')])

// Files of any length.
router
  .group(() => {
    router.get('users.csv', [UserExportsController, 'show']).as('admin.users.export')
  })
  .prefix('api/admin')
  .use([middleware.limit('exports'), middleware.session(), middleware.auth(), middleware.can('user.read')])

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
  })
  .prefix('api/admin')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.idempotency(),
  ])
