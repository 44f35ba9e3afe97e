import { readFileSync } from 'node:fs'

export interface Env {
  host: string
  port: number
  database: { host: string; port: number; user: string; password: string; database: string; schema: string }
  apiKey: string
  publicUrl: string
  paymentRedirectUrl: string
  premium: boolean
}

export class EnvError extends Error {}

type Source = Record<string, string | undefined>

/** The value of `name`, or the content of the file that `name_FILE` points to. */
function read(source: Source, name: string) {
  const path = source[`${name}_FILE`]
  if (!path) return source[name]
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch {
    throw new EnvError(`${name}_FILE: ${path} cannot be read`)
  }
}

/**
 * Reads the environment and names every bad variable at once.
 *
 * @throws {EnvError} with one line per missing or malformed variable
 */
export function readEnv(source: Source = process.env): Env {
  const problems: string[] = []
  const text = (name: string, fallback?: string) => {
    const value = read(source, name) || fallback
    if (value === undefined) problems.push(`${name} is missing`)
    return value ?? ''
  }
  const port = (name: string, fallback: number) => {
    const value = Number(read(source, name) || fallback)
    if (!Number.isInteger(value) || value < 0 || value > 65535) problems.push(`${name} is not a port number`)
    return value
  }
  const url = (name: string) => {
    const value = text(name)
    if (value && !URL.canParse(value)) problems.push(`${name} is not a URL`)
    return value.replace(/\/$/, '')
  }
  const flag = (name: string) => {
    const value = read(source, name) || 'false'
    if (!['true', 'false', '1', '0'].includes(value)) problems.push(`${name} is neither true nor false`)
    return value === 'true' || value === '1'
  }

  if (source.NODE_ENV === 'production') {
    problems.push(
      'NODE_ENV is production: this is a sandbox that simulates payments; run Lago itself instead',
    )
  }
  const env: Env = {
    host: text('HOST', '127.0.0.1'),
    port: port('PORT', 3100),
    database: {
      host: text('DB_HOST'),
      port: port('DB_PORT', 5432),
      user: text('DB_USER'),
      password: text('DB_PASSWORD'),
      database: text('DB_DATABASE'),
      schema: text('DB_SCHEMA', 'public'),
    },
    apiKey: text('LAGO_API_KEY'),
    publicUrl: url('PUBLIC_URL'),
    paymentRedirectUrl: url('PAYMENT_REDIRECT_URL'),
    premium: flag('LAGO_PREMIUM'),
  }
  if (problems.length) throw new EnvError(problems.join('\n'))
  return env
}
