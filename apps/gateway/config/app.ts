import type { IncomingMessage, ServerResponse } from 'node:http'
import { BlockList } from 'node:net'
import { defineConfig } from '@adonisjs/core/http'
import { uuidv7 } from 'uuidv7'
import { asked, speak, t } from '#core/language'
import { languages } from '#config/i18n'
import env from '#start/env'

const trustedProxies = new BlockList()
for (const entry of env.get('TRUSTED_PROXIES')) {
  const [address = '', prefix] = entry.split('/')
  const family = address.includes(':') ? 'ipv6' : 'ipv4'
  trustedProxies.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
}

const maxJudged = 1_000
const judged = new Map<string, boolean>()

/** Asked several times a request and mostly about the same few addresses, so verdicts are kept. */
export function isTrustedProxy(address: string) {
  const known = judged.get(address)
  if (known !== undefined) return known

  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const verdict = trustedProxies.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4')
  if (judged.size >= maxJudged) judged.clear()
  judged.set(address, verdict)
  return verdict
}

export const http = defineConfig({
  createRequestId: uuidv7,
  trustProxy: isTrustedProxy,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: true,
  redirect: { allowedHosts: [], forwardQueryString: false },
  cookie: {
    path: '/',
    httpOnly: true,
    secure: env.get('SESSION_COOKIE_SECURE'),
    sameSite: 'lax',
  },
  onBadUrl(request: IncomingMessage, response: ServerResponse) {
    const language = asked(request.headers['accept-language']) ?? languages[0]
    const error = speak(language, () => t('errors.E_BAD_URL'))
    const requestId = uuidv7()
    response.writeHead(400, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Language': language,
      Vary: 'Accept-Language',
      'X-Request-Id': requestId,
    })
    response.end(JSON.stringify({ success: false, error, code: 'E_BAD_URL', requestId }))
  },
})
