import router from '@adonisjs/core/services/router'
import type { Permission } from '#config/permissions'

/** Every route with its guards; how it is asked is the first of its methods. */
export const allRoutes = () =>
  Object.values(router.toJSON())
    .flat()
    .map((route) => {
      const entries = [...route.middleware.all()].flatMap((entry) =>
        'name' in entry ? [entry as { name?: string; args?: unknown }] : [],
      )
      const methods = route.methods.filter((method) => method !== 'HEAD')
      return {
        name: route.name ?? route.pattern,
        pattern: route.pattern,
        methods,
        method: methods[0] ?? 'GET',
        uses: new Set(entries.map(({ name }) => String(name))),
        needsSession: entries.some(({ name, args }) => name === 'session' && args === 'required'),
        asks: entries.flatMap(({ name, args }) => (name === 'can' ? [args as Permission] : [])),
      }
    })

/** Those that people can reach. */
export const routes = () => allRoutes().filter(({ pattern }) => !pattern.startsWith('/internal/'))

export type Route = ReturnType<typeof routes>[number]

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Those that change something. */
export const changes = () => routes().filter(({ methods }) => methods.some((method) => unsafe.has(method)))
