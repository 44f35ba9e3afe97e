import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'

const requests = logger.use('requests')

emitter.on('http:request_completed', ({ ctx, duration: [seconds, nanoseconds] }) => {
  requests.info(
    {
      request_id: ctx.request.id(),
      method: ctx.request.method(),
      route: ctx.route?.pattern,
      status: ctx.response.getStatus(),
      duration_ms: Math.round(seconds * 1e6 + nanoseconds / 1e3) / 1e3,
      user_id: ctx.auth?.user?.id,
      api_key_id: ctx.apiKey?.id,
      organization_id: ctx.membership?.organization.id,
    },
    'request',
  )
})
