import { execFile } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { promisify } from 'node:util'

if (!process.env.STACK_STATUS) {
  throw new Error('These tests need the running test stack. Run them with: npm test -- e2e')
}

const run = promisify(execFile)

export const status = () => JSON.parse(readFileSync(process.env.STACK_STATUS, 'utf8'))
export const { site, mail, sandbox } = status().addresses
export const password = 'gantry-demo-2026'

let nextRequest = 0

function request(act, name) {
  const id = ++nextRequest
  return new Promise((resolve, reject) => {
    const receive = (message) => {
      if (message.id !== id) return
      process.off('message', receive)
      if (message.error) reject(new Error(message.error))
      else resolve()
    }
    process.on('message', receive)
    process.send({ id, act, name })
  })
}

/** Stops a process of the stack and keeps it stopped. */
export const suspend = (name) => request('suspend', name)

/** Starts a stopped process again and resolves once it is healthy. */
export const resume = (name) => request('resume', name)

/** Kills a process the hard way; the supervisor starts it again. */
export function kill(name) {
  const { pid } = status().processes.find((process) => process.name === name)
  process.kill(-pid, 'SIGKILL')
}

/** Runs a command of the gateway with the settings of the one that is running. */
export function ace(...command) {
  if (status().ace) {
    const [program, ...options] = status().ace
    return run(program, [...options, ...command])
  }
  const { pid, env } = settingsOf('gateway')
  return run('node', ['ace.js', ...command], { cwd: readlinkSync(`/proc/${pid}/cwd`), env })
}

/** The settings of a process of the stack. */
function settingsOf(name) {
  const { pid } = status().processes.find((process) => process.name === name)
  const settings = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
  return { pid, env: Object.fromEntries(settings.map((setting) => setting.split(/=(.*)/s, 2))) }
}

/** Speaks to the Redis of the stack, for example `redis('DBSIZE')`. */
export async function redis(...command) {
  if (status().redis) {
    const [program, ...options] = status().redis
    return (await run(program, [...options, ...command])).stdout.trim()
  }
  const { REDIS_HOST, REDIS_PORT, REDIS_PASSWORD } = settingsOf('gateway').env
  const env = { PATH: process.env.PATH, REDISCLI_AUTH: REDIS_PASSWORD }
  const { stdout } = await run('redis-cli', ['-h', REDIS_HOST, '-p', REDIS_PORT, ...command], { env })
  return stdout.trim()
}

/**
 * Asks until the answer satisfies, for effects that arrive through a queue or a webhook.
 *
 * @template T
 * @param {string} what named in the error
 * @param {() => Promise<T | undefined | false | null>} ask
 * @param {number} [seconds] a bound that only a broken product reaches
 * @returns {Promise<T>}
 */
export async function eventually(what, ask, seconds = 90) {
  const deadline = Date.now() + seconds * 1000
  let failure
  while (Date.now() < deadline) {
    try {
      const answer = await ask()
      if (answer) return answer
    } catch (error) {
      failure = error
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}${failure ? `: ${failure.message}` : ''}`)
}

/** Mails in the catcher that were sent to an address. */
export async function mailsTo(address) {
  const response = await fetch(`${mail}/api/email`)
  const mails = await response.json()
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address))
}

/** The mail with that subject, or one that matches it, to that address, once it has arrived. */
export const mailAbout = (subject, address) =>
  eventually(`the mail “${subject}”`, async () =>
    (await mailsTo(address)).find((mail) =>
      typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
    ),
  )

/** The link to a page that a mail contains. */
export function linkOf({ text }, path) {
  const link = text.split(/\s+/).find((word) => word.startsWith(`${site}${path}#`))
  if (!link) throw new Error(`The mail has no link to ${path}:\n${text}`)
  return link
}

/** Calls the control API of the sandbox: its clock and its simulated payment provider. */
export async function control(method, path, body) {
  const response = await fetch(`${sandbox}/_sandbox${path}`, {
    method,
    headers: { authorization: `Bearer ${process.env.LAGO_API_KEY}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** Asks the sandbox as a program with its key would ask Lago. */
export async function lago(method, path) {
  const headers = { authorization: `Bearer ${process.env.LAGO_API_KEY}` }
  const response = await fetch(`${sandbox}/api/v1${path}`, { method, headers })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** Takes the sandbox to another time for one test. What was subscribed to then ends with it, or it would be billed until today. */
export async function elsewhen(t, now) {
  const { clock } = await control('GET', '/clock')
  t.after(async () => {
    const { subscriptions } = await lago('GET', '/subscriptions?per_page=100&status[]=active')
    for (const { external_id, started_at } of subscriptions)
      if (started_at.startsWith(now.slice(0, 4))) await lago('DELETE', `/subscriptions/${external_id}`)
    await control('PUT', '/clock', clock)
  })
  await control('PUT', '/clock', { now })
}
