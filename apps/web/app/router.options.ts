import type { RouterConfig } from '@nuxt/schema'

/** One spelling a page: `/Dashboard` is not `/dashboard`. */
export default <RouterConfig>{ sensitive: true }
