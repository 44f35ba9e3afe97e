import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ApiKeyChoicesController = () => import('#api_keys/controllers/api_key_choices_controller')
const ApiKeysController = () => import('#api_keys/controllers/api_keys_controller')

// The keys of the active organization.
router
  .get('api/api-keys', [ApiKeysController, 'index'])
  .as('api_keys.index')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('api_key.read'),
  ])
router
  .get('api/api-keys/choices', [ApiKeyChoicesController, 'show'])
  .as('api_keys.choices')
  .use([
    middleware.limit('reads'),
    middleware.session(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('api_key.manage'),
  ])
router
  .delete('api/api-keys/:id', [ApiKeysController, 'destroy'])
  .as('api_keys.destroy')
  .use([
    middleware.limit('writes'),
    middleware.session(),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('api_key.manage'),
  ])

// Made only by who has just proved who they are. No idempotency: that would keep the secret for its repetitions.
router
  .post('api/api-keys', [ApiKeysController, 'store'])
  .as('api_keys.store')
  .use([
    middleware.limit('writes'),
    middleware.session('required'),
    middleware.csrf(),
    middleware.auth(),
    middleware.organization(),
    middleware.can('api_key.manage'),
    middleware.verified('create_key'),
    middleware.confirmed(),
  ])
