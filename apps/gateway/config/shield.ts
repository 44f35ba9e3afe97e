import { defineConfig } from '@adonisjs/shield'
import env from '#start/env'

// The other headers of shield are nginx's, which sends them with every answer, its own error pages included.
export default defineConfig({
  csrf: {
    enabled: true,
    exceptRoutes: [],
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    // Ends with the browser's session; a new one is a request to `GET /api/auth/csrf` away.
    cookieOptions: {
      path: '/',
      maxAge: undefined,
      secure: env.get('SESSION_COOKIE_SECURE'),
      sameSite: 'lax',
    },
  },
  csp: { enabled: false },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
