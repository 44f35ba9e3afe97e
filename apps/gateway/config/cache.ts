import { defineConfig, drivers, store } from '@adonisjs/cache'
import type { InferStores } from '@adonisjs/cache/types'

const cacheConfig = defineConfig({
  default: 'content',
  prefix: 'cache',
  stores: {
    /** Memory in each process in front of Redis; the bus tells the other processes what to forget. */
    content: store({ l2CircuitBreakerDuration: '5s' })
      .useL1Layer(drivers.memory({ maxSize: '64mb' }))
      .useL2Layer(drivers.redis({ connectionName: 'cache' }))
      .useBus(drivers.redisBus({ connectionName: 'bus' })),
  },
})

export default cacheConfig

declare module '@adonisjs/cache/types' {
  interface CacheStores extends InferStores<typeof cacheConfig> {}
}
