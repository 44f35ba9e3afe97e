import { FieldException } from '#core/exceptions/field_exception'

/** First parts of addresses that the application answers itself; a page there would never be seen. */
const taken = new Set([
  '_nuxt',
  '_site',
  'admin',
  'api',
  'blog',
  'change-email',
  'changelog',
  'dashboard',
  'de',
  'docs',
  'forgot-password',
  'invitations',
  'login',
  'magic-link',
  'preview',
  'pricing',
  'register',
  'reset-password',
  'search',
  'single-sign-on',
  'studio',
  'undo-email',
  'verify-email',
  'websocket',
])

export function refuseTakenPath(path: string) {
  const first = path.split('/')[1] ?? ''
  if (taken.has(first)) throw new FieldException('path', 'path_of_application', { path: first })
}
