const required = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'KEY',
  'SECRET',
  'DB_HOST',
  'DB_PORT',
  'DB_USER',
  'DB_PASSWORD',
  'DB_DATABASE',
  'REDIS',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'ADMIN_TOKEN',
  'READER_TOKEN',
  'GATEWAY_PURGE_URL',
  'GATEWAY_PURGE_SECRET',
  'STORAGE_LOCAL_ROOT',
] as const

export type Environment = NodeJS.ProcessEnv & Record<(typeof required)[number], string>

/** The environment of this process, or an error that names every variable that is missing. */
export function readEnvironment(): Environment {
  const missing = required.filter((name) => !process.env[name])
  if (missing.length > 0) throw new Error(`Set these environment variables: ${missing.join(', ')}`)
  return { ...process.env } as Environment
}
