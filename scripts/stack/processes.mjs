import { join } from 'node:path'
import { root } from '../workspace.mjs'
import { answersHttp, answersText } from './health.mjs'
import { privateFolder } from './storage.mjs'

const local = (port) => `http://127.0.0.1:${port}`

/** What every process of the stack needs from the machine. */
const machine = () => ({ PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', TZ: 'UTC' })

/**
 * The environment of each application. A variable `<PROCESS>__<NAME>` replaces NAME for that process alone, for example
 * `GATEWAY__DB_PORT` to put something between the gateway and its database.
 *
 * @param {{ports: Record<string, number>, folder: string, name: string}} profile
 * @param {Record<string, string>} settings
 */
export function environments({ ports, folder, name }, settings) {
  const appUrl = settings.APP_URL || `http://localhost:${ports.NGINX_PORT}`
  const mode = name === 'dev' ? 'development' : 'production'
  const database = (role) => ({
    DB_HOST: '127.0.0.1',
    DB_PORT: ports.POSTGRES_PORT,
    DB_USER: role,
    DB_PASSWORD: settings[`${role.toUpperCase()}_DB_PASSWORD`],
    DB_DATABASE: role,
  })
  const gateway = {
    NODE_ENV: mode,
    HOST: '127.0.0.1',
    PORT: ports.GATEWAY_PORT,
    INTERNAL_PORT: ports.INTERNAL_PORT,
    WORKER_PORT: ports.WORKER_PORT,
    APP_KEY: settings.APP_KEY,
    APP_URL: appUrl,
    LOG_LEVEL: settings.LOG_LEVEL || 'info',
    SESSION_COOKIE_SECURE: appUrl.startsWith('https:'),
    ...database('gateway'),
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: ports.REDIS_PORT,
    REDIS_PASSWORD: settings.REDIS_PASSWORD,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: ports.SMTP_PORT,
    MAIL_FROM: settings.MAIL_FROM || 'hello@gantry.test',
    ...only(settings, ['APP_NAME', 'MAIL_TRANSPORT', 'MAIL_API_KEY', 'MAIL_API_URL', 'MAIL_DOMAIN']),
    ...matching(settings, signIn),
    UPLOADS_FOLDER: join(folder, 'uploads', 'gateway'),
    CMS_URL: local(ports.CMS_PORT),
    CMS_READER_TOKEN: settings.CMS_READER_TOKEN,
    CMS_ADMIN_TOKEN: settings.CMS_ADMIN_TOKEN,
    CMS_EDITOR_KEY: settings.CMS_EDITOR_KEY,
    CMS_PURGE_SECRET: settings.CMS_PURGE_SECRET,
    LAGO_URL: local(ports.LAGO_PORT),
    LAGO_API_KEY: settings.LAGO_API_KEY,
    LAGO_WEBHOOK_URL: `${local(ports.GATEWAY_PORT)}/api/billing/webhooks`,
    LAGO_PAYMENT_PROVIDER: 'stripe',
    LAGO_PAYMENT_PROVIDER_CODE: 'simulated',
    JWT_PRIVATE_KEY: settings.JWT_PRIVATE_KEY,
    JWT_PREVIOUS_KEYS: settings.JWT_PREVIOUS_KEYS ?? '',
    SEED_DEMO: true,
  }
  const defaults = {
    mail: {},
    lago: {
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: ports.LAGO_PORT,
      ...database('lago'),
      LAGO_API_KEY: settings.LAGO_API_KEY,
      PUBLIC_URL: `http://localhost:${ports.LAGO_PORT}`,
      PAYMENT_REDIRECT_URL: `${appUrl}/dashboard/billing`,
    },
    cms: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: ports.CMS_PORT,
      PUBLIC_URL: `${appUrl}/studio`,
      KEY: settings.CMS_KEY,
      SECRET: settings.CMS_SECRET,
      DB_CLIENT: 'pg',
      ...database('directus'),
      REDIS: `redis://:${settings.REDIS_PASSWORD}@127.0.0.1:${ports.REDIS_PORT}`,
      ADMIN_EMAIL: 'cms-admin@gantry.test',
      ADMIN_PASSWORD: settings.CMS_ADMIN_PASSWORD,
      ADMIN_TOKEN: settings.CMS_ADMIN_TOKEN,
      READER_TOKEN: settings.CMS_READER_TOKEN,
      GATEWAY_PURGE_URL: `${local(ports.INTERNAL_PORT)}/internal/cms/purges`,
      GATEWAY_PURGE_SECRET: settings.CMS_PURGE_SECRET,
      STORAGE_LOCAL_ROOT: join(folder, 'uploads', 'cms'),
    },
    gateway,
    worker: gateway,
    web: {
      NODE_ENV: mode,
      HOST: '127.0.0.1',
      PORT: ports.WEB_PORT,
      NUXT_GATEWAY_URL: local(ports.GATEWAY_PORT),
      NUXT_PUBLIC_SITE_URL: appUrl,
    },
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([process, env]) => [
      process,
      asText({ ...machine(), ...env, ...tuned(settings), ...ownSettings(process, settings) }),
    ]),
  )
}

/** What an operator sets by its plain name: timeouts, intervals, log level, where files are kept. */
const tuning =
  /^(RATE_LIMIT_FACTOR|DB_(POOL_MAX|(ACQUIRE|STATEMENT|REQUEST)_TIMEOUT_MS)|REDIS_(COMMAND|CONNECT)_TIMEOUT_MS|(CMS|LAGO)_TIMEOUT_MS|QUEUE_[A-Z_]+_MS|LEDGER_RELAY_INTERVAL_MS|BILLING_RECONCILE_INTERVAL_MS|LAGO_DASHBOARD_URL|TRUSTED_PROXIES|OUTBOUND_[A-Z_]+|UPLOADS_DISK|S3_[A-Z_]+|DNS_SERVERS|BREACHED_PASSWORDS_URL)$/

const tuned = (settings) => matching(settings, tuning)

/** Providers that people may sign in with. */
const signIn =
  /^(GOOGLE_(CLIENT_ID|CLIENT_SECRET|ISSUER)|GITHUB_(CLIENT_ID|CLIENT_SECRET|URL|API_URL)|OIDC_[A-Z_]+)$/

function matching(settings, names) {
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== '' && names.test(name)),
  )
}

/** Those of the named settings that are set. */
function only(settings, names) {
  return Object.fromEntries(names.filter((name) => settings[name]).map((name) => [name, settings[name]]))
}

function ownSettings(process, settings) {
  const prefix = `${process.toUpperCase()}__`
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )
}

function asText(env) {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
}

/** The mail catcher: takes every mail the product sends and shows it in a browser. */
export function mail({ ports, folder }, env) {
  const mails = privateFolder(join(folder, 'mail'), {})
  return {
    name: 'mail',
    port: ports.MAIL_PORT,
    cwd: folder,
    env,
    command: [
      'node',
      join(root, 'node_modules/maildev/dist/bin/maildev.js'),
      ...[
        '--ip',
        '127.0.0.1',
        '--smtp',
        String(ports.SMTP_PORT),
        '--web-ip',
        '127.0.0.1',
        '--web',
        String(ports.MAIL_PORT),
      ],
      ...['--mail-directory', mails, '--max-emails', '1000'],
    ],
    healthy: async () =>
      (await answersHttp(`${local(ports.MAIL_PORT)}/api/healthz`)) &&
      (await answersText(ports.SMTP_PORT, '', '220')),
  }
}

export function lago({ ports }, env) {
  return {
    name: 'lago',
    port: ports.LAGO_PORT,
    cwd: join(root, 'apps/lago-sandbox'),
    env,
    command: ['node', 'src/main.ts'],
    healthy: () => answersHttp(`${local(ports.LAGO_PORT)}/health`),
  }
}

export function cms({ ports }, env) {
  return {
    name: 'cms',
    port: ports.CMS_PORT,
    cwd: join(root, 'apps/cms'),
    env,
    command: ['node', 'src/start.ts'],
    patience: 120_000,
    healthy: () => answersHttp(`${local(ports.CMS_PORT)}/server/ping`),
  }
}

export function gateway({ ports, name }, env) {
  return {
    name: 'gateway',
    port: ports.GATEWAY_PORT,
    ...gatewayCommand(name, ['bin/server.js'], ['ace.js', 'serve', '--hmr']),
    env,
    healthy: () => answersHttp(`${local(ports.GATEWAY_PORT)}/api/health/live`),
  }
}

export function worker({ ports, name }, env) {
  return {
    name: 'worker',
    port: ports.WORKER_PORT,
    ...gatewayCommand(name, ['ace.js', 'queue:work'], ['ace.js', 'queue:work']),
    env,
    healthy: () => answersHttp(`${local(ports.WORKER_PORT)}/health/live`),
  }
}

/** Development runs the gateway's source, everything else its build. */
export function gatewayCommand(profileName, built, source) {
  const folder = join(root, 'apps/gateway')
  return profileName === 'dev'
    ? { cwd: folder, command: ['node', ...source] }
    : { cwd: join(folder, 'build'), command: ['node', ...built] }
}

export function web({ ports, name }, env) {
  const folder = join(root, 'apps/web')
  return {
    name: 'web',
    port: ports.WEB_PORT,
    cwd: folder,
    env,
    command:
      name === 'dev'
        ? [
            join(folder, 'node_modules/.bin/nuxt'),
            'dev',
            '--host',
            '127.0.0.1',
            '--port',
            String(ports.WEB_PORT),
            '--no-fork',
          ]
        : ['node', '.output/server/index.mjs'],
    patience: 120_000,
    healthy: () => answersHttp(`${local(ports.WEB_PORT)}/_site/health`),
  }
}
