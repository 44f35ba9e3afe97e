import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const hex = () => randomBytes(24).toString('hex')

/** Every secret of the stack and how a new one is made. */
const secrets = {
  APP_KEY: () => randomBytes(32).toString('base64url'),
  JWT_PRIVATE_KEY: () =>
    Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })).toString(
      'base64',
    ),
  POSTGRES_PASSWORD: hex,
  GATEWAY_DB_PASSWORD: hex,
  DIRECTUS_DB_PASSWORD: hex,
  LAGO_DB_PASSWORD: hex,
  REDIS_PASSWORD: hex,
  CMS_KEY: hex,
  CMS_SECRET: hex,
  CMS_ADMIN_PASSWORD: hex,
  CMS_ADMIN_TOKEN: hex,
  CMS_READER_TOKEN: hex,
  CMS_EDITOR_KEY: hex,
  CMS_PURGE_SECRET: hex,
  LAGO_API_KEY: hex,
}

/**
 * Reads a file of NAME=value lines. Values may stand in quotes; lines that begin with # are comments.
 *
 * @throws {Error} one sentence naming the line that cannot be read
 */
export function parseSettings(text, file) {
  const settings = {}
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.trim().startsWith('#')) return
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (!match) {
      throw new Error(`Line ${index + 1} of ${file} is not of the form NAME=value. Mend or remove it.`)
    }
    settings[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2')
  })
  return settings
}

/**
 * The settings of the stack: the file's, with a fresh value for every secret that is missing, which is added to the file
 * once; variables of the environment win.
 */
export function loadSettings(file, environment) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const settings = parseSettings(text, file)
  const missing = Object.keys(secrets).filter((name) => !settings[name] && !environment[name])
  if (missing.length > 0) {
    const lines = missing.map((name) => `${name}=${(settings[name] = secrets[name]())}`)
    const heading =
      text === '' ? '# Secrets of this machine, made on the first start. Never commit this file.\n' : ''
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${heading}${text}${text && !text.endsWith('\n') ? '\n' : ''}${lines.join('\n')}\n`, {
      mode: 0o600,
    })
  }
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
  const all = { ...settings, ...given }
  for (const name of Object.keys(secrets)) {
    if (all[name].length < 16) {
      throw new Error(
        `${name} in ${file} is shorter than 16 characters. Remove the line and a new one is made.`,
      )
    }
  }
  return all
}

/** Replaces the key that signs access tokens; the public half of the one before it joins the previous keys. */
export function rotateSigningKey(file) {
  const text = readFileSync(file, 'utf8')
  const { JWT_PRIVATE_KEY: current, JWT_PREVIOUS_KEYS: previous } = parseSettings(text, file)
  const publicHalf = createPublicKey(Buffer.from(current, 'base64')).export({ type: 'spki', format: 'pem' })
  const rotated = {
    JWT_PRIVATE_KEY: secrets.JWT_PRIVATE_KEY(),
    JWT_PREVIOUS_KEYS: [Buffer.from(publicHalf).toString('base64'), previous].filter(Boolean).join(','),
  }
  const others = text.split('\n').filter((line) => !/^\s*JWT_(PRIVATE_KEY|PREVIOUS_KEYS)\s*=/.test(line))
  const lines = Object.entries(rotated).map(([name, value]) => `${name}=${value}`)
  writeFileSync(file, `${others.join('\n').trimEnd()}\n${lines.join('\n')}\n`, { mode: 0o600 })
}
