import { join } from 'node:path'
import { root } from '../workspace.mjs'

const offsets = { start: 0, dev: 10_000, test: 20_000 }

/** The variable that moves each listener, with its port under `npm start`. */
const listeners = {
  NGINX_PORT: 8080,
  NGINX_INNER_PORT: 8081,
  WEB_PORT: 3000,
  GATEWAY_PORT: 3333,
  INTERNAL_PORT: 3334,
  WORKER_PORT: 3335,
  CMS_PORT: 8055,
  LAGO_PORT: 3100,
  MAIL_PORT: 1080,
  SMTP_PORT: 1025,
  POSTGRES_PORT: 5442,
  REDIS_PORT: 6389,
}

/**
 * One way of running the stack: its name, its folder for data and logs, and the port of each listener.
 *
 * @param {'start' | 'dev' | 'test'} name
 * @param {Record<string, string | undefined>} settings variables that move a port
 * @returns {{name: string, folder: string, ports: Record<string, number>}}
 * @throws {Error} one sentence naming the variable whose value is not a port
 */
export function profile(name, settings) {
  const ports = Object.fromEntries(
    Object.entries(listeners).map(([variable, base]) => [
      variable,
      port(variable, settings[variable], base + offsets[name]),
    ]),
  )
  const folder = settings.DATA_FOLDER || join(root, name === 'start' ? '.data' : `.data-${name}`)
  return { name, folder, ports }
}

function port(variable, value, fallback) {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new Error(
      `${variable} is "${value}", which is not a port. Set it to a number from 1 to 65535 or remove it.`,
    )
  }
  return number
}
