import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Env } from '@adonisjs/core/env'

const secrets = [
  'APP_KEY',
  'CMS_ADMIN_TOKEN',
  'CMS_EDITOR_KEY',
  'CMS_PURGE_SECRET',
  'CMS_READER_TOKEN',
  'DB_PASSWORD',
  'GITHUB_CLIENT_SECRET',
  'GOOGLE_CLIENT_SECRET',
  'JWT_PREVIOUS_KEYS',
  'JWT_PRIVATE_KEY',
  'LAGO_API_KEY',
  'MAIL_API_KEY',
  'OIDC_CLIENT_SECRET',
  'REDIS_PASSWORD',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_PASSWORD',
] as const

for (const name of secrets) {
  const file = process.env[`${name}_FILE`]
  if (!file || process.env[name]) continue
  try {
    process.env[name] = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new Error(
      `${name}_FILE: ${(error as Error).message}. Point it at a readable file that holds the secret.`,
      { cause: error },
    )
  }
}

const { schema } = Env

const int = (fallback: number) => (name: string, value?: string) => {
  if (!value) return fallback
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0) return number
  throw new Error(`${name}: "${value}" is not a whole number. Leave it out for ${fallback}.`)
}

const port = (name: string, value?: string) => {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number
  throw new Error(`${name}: "${value ?? ''}" is not a port. Set a number from 1 to 65535.`)
}

const text = (example: string) => (name: string, value?: string) => {
  if (value) return value
  throw new Error(`${name} is missing. Set it, for example ${name}=${example}.`)
}

const url = (example: string) => (name: string, value?: string) => {
  if (value && URL.canParse(value)) return value.replace(/\/+$/, '')
  throw new Error(`${name}: "${value ?? ''}" is not a URL. Set it, for example ${name}=${example}.`)
}

const optional =
  <T>(rule: (name: string, value?: string) => T) =>
  (name: string, value?: string) =>
    value ? rule(name, value) : undefined

/** Missing it in production would put people's files where the next deployment removes them. */
const folder = (example: string) => (name: string, value?: string) =>
  value || process.env.NODE_ENV === 'production' ? text(example)(name, value) : 'tmp/uploads'

const secret = (length: number) => (name: string, value?: string) => {
  if (value && value.length >= length) return schema.secret()(name, value)
  const wrong = value ? `is shorter than ${length} characters` : 'is missing'
  throw new Error(`${name} ${wrong}. Set it, or ${name}_FILE to the path of a file that holds it.`)
}

/** A setting of one kind of disk: with the other kind, nobody asks for it. */
const onDisk =
  <T>(disk: 'local' | 's3', rule: (name: string, value?: string) => T) =>
  (name: string, value?: string) =>
    (process.env.UPLOADS_DISK || 'local') === disk ? rule(name, value) : undefined

const addresses = (name: string, value?: string) => {
  const list = (value || '127.0.0.0/8,::1').split(',').map((entry) => entry.trim())
  const bad = list.find((entry) => !isIP(entry.split('/')[0] ?? ''))
  if (bad === undefined) return list
  throw new Error(`${name}: "${bad}" is not an address. Set addresses or CIDR ranges, separated by commas.`)
}

const mailApis = ['brevo', 'mailgun', 'postmark', 'resend', 'sparkpost'] as const

const mailbox = (name: string, value?: string) => {
  const { named, address = value } =
    /^"?(?<named>[^"<>]*?)"?\s*<(?<address>[^<>]+)>$/.exec(value?.trim() ?? '')?.groups ?? {}
  if (address && /^[^\s@<>]+@[^\s@<>]+$/.test(address)) return { name: named ?? '', address }
  throw new Error(`${name}: "${value ?? ''}" is not a sender. Set it, for example ${name}=hello@example.com.`)
}

/** Asked only of who sends mails that way. */
const forMail =
  <T>(transports: readonly string[], validate: (name: string, value?: string) => T) =>
  (name: string, value?: string) =>
    transports.includes(process.env.MAIL_TRANSPORT || 'smtp') ? validate(name, value) : undefined

const nameServers = (name: string, value?: string) => {
  const list = (value ?? '').split(/[\s,]+/).filter(Boolean)
  const bad = list.find((server) => !/^(?:[\d.]+(?::\d+)?|\[[\da-f:]+\](?::\d+)?)$/i.test(server))
  if (bad !== undefined)
    throw new Error(`${name} has "${bad}", which is not an address such as 192.0.2.53:53.`)
  return list
}

/** A secret that is asked for where the setting that it belongs to is there. */
const secretBeside = (partner: string) => (name: string, value?: string) =>
  process.env[partner] ? secret(1)(name, value) : undefined

const urlBeside = (partner: string, example: string) => (name: string, value?: string) =>
  process.env[partner] ? url(example)(name, value) : undefined

const urlOr = (fallback: string) => (name: string, value?: string) => url(fallback)(name, value || fallback)

const hosts = (name: string, value?: string) => {
  const list = (value ?? '').split(/[\s,]+/).filter(Boolean)
  const bad = list.find(
    (entry) => !URL.canParse(`http://${entry}`) || new URL(`http://${entry}`).host !== entry,
  )
  if (bad === undefined) return list
  throw new Error(
    `${name}: "${bad}" is not a host. Set names with their port if need be, separated by commas.`,
  )
}

/** Takes either half of a key pair and keeps the public one alone. */
const publicKey = (name: string, value: string) => {
  try {
    const key = createPublicKey(Buffer.from(value, 'base64'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, without repeating what may be a secret.
  }
  throw new Error(
    `${name} holds something that is no Ed25519 key. Set PEM in base64, as \`ace keys:rotate\` prints it.`,
  )
}

const publicKeys = (name: string, value?: string) =>
  (value ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => publicKey(name, entry))

const signingKey = (name: string, value?: string) => {
  const key = secret(64)(name, value)
  publicKey(name, key.release())
  return key
}

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: schema.enum(['development', 'production', 'test'] as const, {
    message: 'NODE_ENV is not known. Set it to development, production or test.',
  }),
  HOST: text('127.0.0.1'),
  PORT: port,
  INTERNAL_PORT: port,
  WORKER_PORT: port,
  APP_KEY: secret(32),
  APP_URL: url('http://localhost:8080'),
  APP_NAME: (_, value) => value || 'Gantry',
  LOG_LEVEL: schema.enum.optional(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const),
  TRUSTED_PROXIES: addresses,
  SESSION_COOKIE_SECURE: schema.boolean({
    message: 'SESSION_COOKIE_SECURE is missing. Set it to true behind https, to false on plain http.',
  }),
  RATE_LIMIT_FACTOR: int(1),

  DB_HOST: text('127.0.0.1'),
  DB_PORT: port,
  DB_USER: text('gateway'),
  DB_PASSWORD: secret(1),
  DB_DATABASE: text('gateway'),
  DB_POOL_MAX: int(10),
  DB_ACQUIRE_TIMEOUT_MS: int(3_000),
  DB_STATEMENT_TIMEOUT_MS: int(10_000),
  DB_REQUEST_TIMEOUT_MS: int(4_500),

  REDIS_HOST: text('127.0.0.1'),
  REDIS_PORT: port,
  REDIS_USERNAME: schema.string.optional(),
  REDIS_PASSWORD: secret(1),
  REDIS_DB: int(0),
  REDIS_COMMAND_TIMEOUT_MS: int(1_500),
  REDIS_CONNECT_TIMEOUT_MS: int(2_000),

  MAIL_FROM: mailbox,
  MAIL_TRANSPORT: (name, value) => {
    const transport = ['smtp' as const, ...mailApis].find((known) => known === (value || 'smtp'))
    if (transport) return transport
    throw new Error(`${name}: "${value}" is not known. Set it to smtp, ${mailApis.join(', ')}.`)
  },
  SMTP_HOST: forMail(['smtp'], text('127.0.0.1')),
  SMTP_PORT: forMail(['smtp'], port),
  SMTP_USERNAME: schema.string.optional(),
  SMTP_PASSWORD: schema.secret.optional(),
  MAIL_API_KEY: forMail(mailApis, secret(1)),
  MAIL_API_URL: (name, value) => (value ? url('https://api.eu.mailgun.net/v3')(name, value) : undefined),
  MAIL_DOMAIN: forMail(['mailgun'], text('mg.example.com')),

  UPLOADS_DISK: schema.enum.optional(['local', 's3'] as const, {
    message: 'UPLOADS_DISK is not known. Set it to local or s3, or leave it out for local.',
  }),
  UPLOADS_FOLDER: onDisk('local', folder('/var/lib/gantry/uploads')),
  S3_ENDPOINT: onDisk('s3', optional(url('https://s3.example.com'))),
  S3_REGION: onDisk('s3', text('eu-central-1')),
  S3_BUCKET: onDisk('s3', text('gantry-uploads')),
  S3_ACCESS_KEY_ID: onDisk('s3', text('gantry')),
  S3_SECRET_ACCESS_KEY: onDisk('s3', secret(8)),

  CMS_URL: url('http://127.0.0.1:8055'),
  CMS_READER_TOKEN: secret(1),
  CMS_ADMIN_TOKEN: secret(1),
  CMS_EDITOR_KEY: secret(32),
  CMS_PURGE_SECRET: secret(32),
  CMS_TIMEOUT_MS: int(10_000),

  LAGO_URL: url('http://127.0.0.1:3100'),
  LAGO_API_KEY: secret(1),
  LAGO_TIMEOUT_MS: int(5_000),
  LAGO_DASHBOARD_URL: optional(url('https://lago.example.com')),
  LAGO_WEBHOOK_URL: url('http://127.0.0.1:3333/api/billing/webhooks'),
  LAGO_PAYMENT_PROVIDER: schema.string.optional(),
  LAGO_PAYMENT_PROVIDER_CODE: schema.string.optional(),

  JWT_PRIVATE_KEY: signingKey,
  JWT_PREVIOUS_KEYS: publicKeys,

  BREACHED_PASSWORDS_URL: optional(url('https://api.pwnedpasswords.com')),

  OUTBOUND_ALLOWED_HOSTS: hosts,
  OUTBOUND_TIMEOUT_MS: int(5_000),

  DNS_SERVERS: nameServers,

  GOOGLE_CLIENT_ID: schema.string.optional(),
  GOOGLE_CLIENT_SECRET: secretBeside('GOOGLE_CLIENT_ID'),
  GOOGLE_ISSUER: urlOr('https://accounts.google.com'),
  GITHUB_CLIENT_ID: schema.string.optional(),
  GITHUB_CLIENT_SECRET: secretBeside('GITHUB_CLIENT_ID'),
  GITHUB_URL: urlOr('https://github.com'),
  GITHUB_API_URL: urlOr('https://api.github.com'),
  OIDC_CLIENT_ID: schema.string.optional(),
  OIDC_CLIENT_SECRET: secretBeside('OIDC_CLIENT_ID'),
  OIDC_ISSUER: urlBeside('OIDC_CLIENT_ID', 'https://id.example.com'),
  OIDC_NAME: (_name: string, value?: string) => value || 'OpenID',

  DRAIN_MS: int(0),
  QUEUE_LOCK_MS: int(10_000),
  QUEUE_STALLED_INTERVAL_MS: int(5_000),
  LEDGER_RELAY_INTERVAL_MS: int(500),
  QUEUE_SCHEDULES_INTERVAL_MS: int(20_000),
  BILLING_RECONCILE_INTERVAL_MS: int(900_000),
  SEED_DEMO: schema.boolean.optional(),
})
