import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../workspace.mjs'
import { answersHttp } from './health.mjs'
import { privateFolder, runAs, systemUser } from './storage.mjs'

const source = join(root, 'nginx')

/** The template's variables and their values on this machine; nginx/README.md says what each means. */
function defaults(home, ports) {
  return {
    NGINX_LISTEN: `127.0.0.1:${ports.NGINX_PORT}`,
    NGINX_INNER_PORT: ports.NGINX_INNER_PORT,
    NGINX_GATEWAY: `127.0.0.1:${ports.GATEWAY_PORT}`,
    NGINX_WEB: `127.0.0.1:${ports.WEB_PORT}`,
    NGINX_CACHE: join(home, 'cache'),
    NGINX_ACCESS_LOG: join(home, 'access.log'),
    NGINX_BODY_SIZE: '100m',
    NGINX_PUBLIC_SCHEME: '$scheme',
    NGINX_API_TIMEOUT: '30s',
    NGINX_PAGE_TIMEOUT: '10s',
    NGINX_LIMIT_CREDENTIALS: '5r/s',
    NGINX_LIMIT_API: '300r/s',
    NGINX_LIMIT_PAGES: '50r/s',
    NGINX_LIMIT_CONNECTIONS: '1000',
  }
}

/**
 * The nginx of a profile. Its configuration is rendered from the template beside its cache, where its own user can read it.
 *
 * @param {{program: string, storage: string, folder: string, ports: Record<string, number>, settings: Record<string, string>}} options
 * @throws {Error} with nginx's own words, when it refuses the configuration
 */
export function nginx({ program, storage, folder, ports, settings }) {
  const user = systemUser('www-data')
  const home = privateFolder(join(storage, 'nginx'), user)
  privateFolder(join(home, 'cache'), user)
  const values = Object.fromEntries(
    Object.entries(defaults(home, ports)).map(([name, value]) => [name, settings[name] || value]),
  )
  writeConfiguration(join(home, 'conf'), values)
  linkAccessLog(values.NGINX_ACCESS_LOG, join(folder, 'logs'))

  const command = [
    program,
    ...['-p', home, '-c', join(home, 'conf', 'nginx.conf'), '-e', 'stderr'],
    ...['-g', `daemon off; pid ${join(home, 'nginx.pid')};`],
  ]
  check(user, command)
  return {
    name: 'nginx',
    port: ports.NGINX_PORT,
    cwd: '/',
    ...user,
    env: { PATH: process.env.PATH },
    command,
    // Ends after the answers that are under way.
    signal: 'SIGQUIT',
    healthy: () => answersHttp(`http://127.0.0.1:${values.NGINX_INNER_PORT}/.nginx/health`),
  }
}

function writeConfiguration(conf, values) {
  rmSync(conf, { recursive: true, force: true })
  mkdirSync(join(conf, 'conf.d'), { recursive: true })
  for (const part of ['nginx.conf', 'snippets'])
    cpSync(join(source, part), join(conf, part), { recursive: true })
  const template = readFileSync(join(source, 'templates', 'site.conf.template'), 'utf8')
  writeFileSync(join(conf, 'conf.d', 'site.conf'), render(template, values))
}

/** Replaces `${NGINX_…}` as envsubst does in the image; nginx's own variables are written without braces. */
function render(template, values) {
  return template.replace(/\$\{(NGINX_[A-Z_]+)\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`nginx's template asks for ${name}, which has no value.`)
    return values[name]
  })
}

/** The access log belongs to nginx's user; people look for it among the other logs. */
function linkAccessLog(file, logs) {
  const link = join(logs, 'nginx-access.log')
  mkdirSync(logs, { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(file, link)
}

function check(user, [program, ...options]) {
  try {
    runAs(user, program, ['-t', '-q', ...options])
  } catch (error) {
    throw new Error(`nginx refuses its configuration:\n${error.stderr?.trim() || error.message}`, {
      cause: error,
    })
  }
}
