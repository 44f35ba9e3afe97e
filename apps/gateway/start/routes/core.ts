import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ApiDocsAssetsController = () => import('#core/controllers/api_docs_assets_controller')
const ApiDocsController = () => import('#core/controllers/api_docs_controller')
const AvatarsController = () => import('#core/controllers/avatars_controller')
const HealthController = () => import('#core/controllers/health_controller')
const LivenessController = () => import('#core/controllers/liveness_controller')
const MailSamplesController = () => import('#core/controllers/mail_samples_controller')
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

// For whoever works on a mail, and for nobody else: outside of development there are no such routes.
if (app.inDev) {
  router
    .group(() => {
      router.get('/', [MailSamplesController, 'index']).as('mails.index')
      router.get(':name', [MailSamplesController, 'show']).as('mails.show')
    })
    .prefix('api/mails')
    .use(middleware.limit('reads'))
}
