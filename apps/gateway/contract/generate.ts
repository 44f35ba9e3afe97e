import router from '@adonisjs/core/services/router'
import { openapi } from './openapi.ts'
import { readProblems } from './problems.ts'
import { readRoutes } from './routes.ts'
import { contractSource } from './source.ts'

interface Validator {
  toJSONSchema(): Record<string, unknown>
}

/** The files of `packages/api-contract` that are made from the gateway, by path. Needs a fresh `codegen`. */
export async function generateContract(): Promise<Record<string, string>> {
  const routes = readRoutes()
  const inputs = new Map<string, Record<string, unknown>>()
  for (const { name, validator } of routes) {
    if (!validator) continue
    const exported = (await import(validator.module)) as Record<string, Validator>
    const schema = exported[validator.export]?.toJSONSchema()
    if (schema) inputs.set(name, schema)
  }
  return {
    'src/index.ts': contractSource(routes, await readProblems()),
    'openapi.json': `${JSON.stringify(openapi(routes, inputs, guards()), null, 2)}\n`,
  }
}

function guards() {
  // Outside of a server nobody has done it, and until then routes lack the middleware of their groups.
  if (!router.commited) router.commit()
  const routes = Object.values(router.toJSON()).flat()
  return new Map(routes.map((route) => [route.name ?? '', { middleware: middlewareNames(route) }]))
}

const middlewareNames = (route: ReturnType<typeof router.toJSON>[string][number]) =>
  [...route.middleware.all()].map((entry) => ('name' in entry ? String(entry.name) : ''))
