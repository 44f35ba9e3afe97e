import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#core/exceptions/handler'))

server.use([
  () => import('#core/middleware/request_id_middleware'),
  () => import('#core/middleware/language_middleware'),
])

router.use([
  () => import('#core/middleware/listener_middleware'),
  () => import('#core/middleware/body_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
])

/** Applied by the groups of `start/routes.ts`; no route has a session, a user or a limit without asking for it. */
export const middleware = router.named({
  limit: () => import('#core/middleware/limit_middleware'),
  attempts: () => import('#core/middleware/attempts_middleware'),
  session: () => import('#core/middleware/session_middleware'),
  csrf: () => import('#core/middleware/csrf_middleware'),
  sameOrigin: () => import('#core/middleware/same_origin_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  landing: () => import('#accounts/middleware/landing_middleware'),
  auth: () => import('#accounts/middleware/auth_middleware'),
  confirmed: () => import('#accounts/middleware/confirmed_middleware'),
  verified: () => import('#accounts/middleware/verified_middleware'),
  organization: () => import('#organizations/middleware/organization_middleware'),
  own: () => import('#accounts/middleware/own_middleware'),
  plan: () => import('#billing/middleware/plan_middleware'),
  can: () => import('#organizations/middleware/can_middleware'),
  studioLanding: () => import('#content/middleware/studio_landing_middleware'),
  upload: () => import('#core/middleware/upload_middleware'),
  idempotency: () => import('#core/middleware/idempotency_middleware'),
})
