import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ApiDocsAssetsController = () => import('#core/controllers/api_docs_assets_controller')
const ApiDocsController = () => import('#core/controllers/api_docs_controller')
const AvatarsController = () => import('#core/controllers/avatars_controller')
const HealthController = () => import('#core/controllers/health_controller')
const LivenessController = () => import('#core/controllers/liveness_controller')
const OpenapiController = () => import('#core/controllers/openapi_controller')

// Public: no session, no cookie, whoever asks.
router
  .group(() => {
    router.get('health/live', [LivenessController, 'show']).as('health.live')
    router.get('health', [HealthController, 'show']).as('health.show')
    router.get('openapi.json', [OpenapiController, 'show']).as('docs.openapi')
    router.get('docs', [ApiDocsController, 'show']).as('docs.show')
    router.get('docs/:file', [ApiDocsAssetsController, 'show']).as('docs.assets')
    router
      .get('avatars/:key', [AvatarsController, 'show'])
      .as('avatars.show')
      .where('key', /^[\w-]{43}-(64|256)\.webp$/)
  })
  .prefix('api')
  .use(middleware.limit('reads'))
