import { languages } from '#config/i18n'
import { print, type Schema } from './schema.ts'
import type { Problems } from './problems.ts'
import type { ContractRoute } from './routes.ts'

const isEmpty = ({ properties = {}, additionalProperties }: Schema) =>
  Object.keys(properties).length === 0 && !additionalProperties

/** The TypeScript of the contract: every route with what it takes and gives, as plain literal types, and what errors say. */
export function contractSource(routes: ContractRoute[], problems: Problems) {
  const lines = routes.map((route) => {
    const members = [
      `method: '${route.method}'`,
      `path: '${route.path}'`,
      `params: ${route.params.length > 0 ? `{ ${route.params.map((name) => `${name}: string`).join('; ')} }` : 'None'}`,
      `query: ${isEmpty(route.query) ? 'None' : print(route.query)}`,
      `body: ${isEmpty(route.body) ? 'None' : print(route.body)}`,
      `data: ${dataOf(route)}`,
    ]
    return `  '${route.name}': {\n${members.map((member) => `    ${member}`).join('\n')}\n  }`
  })
  const table = routes.map(({ name, method, path }) => `  '${name}': ['${method}', '${path}'],`)

  return `// Generated from the gateway's routes, validators and transformers by \`pnpm contract\`. Do not edit.

type None = Record<never, never>

export interface Routes {
${lines.join('\n')}
}

export const routes = {
${table.join('\n')}
} as const satisfies { [Name in keyof Routes]: readonly [Routes[Name]['method'], Routes[Name]['path']] }

/** What the gateway says to people by the code of an error, where it says the same each time, in each language. */
export const problemsIn: Readonly<Record<${languages.map((name) => `'${name}'`).join(' | ')}, Readonly<Record<string, string>>>> = ${JSON.stringify(problems, null, 2)}

export * from './client.ts'
`
}

function dataOf({ answers }: ContractRoute) {
  const data = answers.map(({ schema }) => {
    if (!schema) return 'null'
    const envelopes = schema.anyOf ?? [schema]
    return envelopes.map((envelope) => print(envelope.properties?.data ?? envelope)).join(' | ')
  })
  return [...new Set(data)].join(' | ')
}
