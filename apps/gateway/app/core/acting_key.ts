import type {} from '@adonisjs/core/http'

/** An API key that a request acts by. It speaks for whoever created it, in one organization, within its scopes. */
export interface ActingKey {
  id: string
  name: string
  organizationId: string
  scopes: readonly string[]
  perMinute: number
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** There where `middleware.auth()` ran and the caller showed a good key. */
    apiKey?: ActingKey
  }
}
