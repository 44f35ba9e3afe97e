import { createClient } from '@gantry/api-contract'
import type { H3Event } from 'h3'

/** The gateway, asked on nobody's behalf. */
export const publicApi = (event: H3Event) =>
  createClient({ baseUrl: useRuntimeConfig(event).gatewayUrl, fetch, headers: () => ({}) })
