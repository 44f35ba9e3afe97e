import { prefix } from '#config/api_keys'
import type { ContractRoute } from './routes.ts'
import type { Schema } from './schema.ts'

interface Guards {
  middleware: string[]
}

/** OpenAPI 3.1 of the public API. Input schemas come from the validators, answers from the transformers' types. */
export function openapi(
  routes: ContractRoute[],
  inputs: Map<string, Record<string, unknown>>,
  guards: Map<string, Guards>,
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}').replace('*', '{path}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(route, inputs.get(route.name), guards.get(route.name))
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gantry API',
      version: '0.1.0',
      description:
        'Every answer is `{success: true, data}` or `{success: false, error, code}`. A browser signs in with a session cookie and sends the token of `GET /api/auth/csrf` with every change; a script sends a bearer token: an API key, or an access token of a person.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Error: errorSchema }, securitySchemes },
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'gantry_session' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: `${prefix}…`,
    description: 'A key of an organization, within its scopes. It answers for that organization alone.',
  },
}

const errorSchema: Schema = {
  type: 'object',
  properties: {
    success: { enum: [false] },
    error: { type: 'string' },
    code: { type: 'string' },
    details: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
  },
  required: ['success', 'error', 'code', 'requestId'],
}

function operation(route: ContractRoute, input: Record<string, unknown> | undefined, guards?: Guards) {
  const needs = (name: string) => guards?.middleware.includes(name) ?? false
  const isRead = route.method === 'GET'
  const parameters = [
    ...route.params.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(isRead ? queryParameters(route.query) : []),
    ...(needs('csrf')
      ? [{ name: 'X-XSRF-TOKEN', in: 'header', required: false, schema: { type: 'string' } }]
      : []),
  ]
  const hasBody = !isRead && Object.keys(route.body.properties ?? {}).length > 0
  return {
    operationId: route.name,
    tags: [route.name.split('.')[0]],
    ...(needs('auth') && { security: credentials(needs) }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: { required: true, content: bodyOf(route, input) } }),
    responses: {
      ...Object.fromEntries(route.answers.map(({ status, schema }) => [status, answer(status, schema)])),
      default: { description: 'Refused or failed', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

/** A key acts in an organization, and never where a person has to prove once more who they are. */
function credentials(needs: (name: string) => boolean) {
  const takesKeys = needs('organization') && !needs('own') && !needs('confirmed')
  return [{ session: [] }, { bearer: [] }, ...(takesKeys ? [{ apiKey: [] }] : [])]
}

function answer(status: number, schema: Schema | null) {
  if (status === 204) return { description: 'Done' }
  if (!schema) return { description: 'Not JSON' }
  return { description: status === 201 ? 'Created' : 'OK', content: json(schema) }
}

const queryParameters = ({ properties = {}, required = [] }: Schema) =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))

/** A form carries files; their validator cannot say so in JSON Schema, their type can. */
function bodyOf({ body }: ContractRoute, input?: Record<string, unknown>) {
  const hasFile = Object.values(body.properties ?? {}).some(({ format }) => format === 'binary')
  return hasFile ? { 'multipart/form-data': { schema: body } } : json(input ?? body)
}

const json = (schema: unknown) => ({ 'application/json': { schema } })
