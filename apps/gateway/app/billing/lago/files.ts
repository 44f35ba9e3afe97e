import { Agent, fetch } from 'undici'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

const files = new Agent({ maxResponseSize: 10 * 1024 * 1024 })

/** Lago names its files by the address that browsers use; on one machine that is not the one it has for us. */
export async function readFile(url: URL) {
  const source = url.hostname === 'localhost' ? new URL(url.pathname + url.search, env.get('LAGO_URL')) : url
  try {
    const response = await fetch(source, {
      dispatcher: files,
      signal: AbortSignal.timeout(env.get('LAGO_TIMEOUT_MS')),
    })
    if (!response.ok) throw new Error(`${source.origin} answered ${response.status}.`)
    return Buffer.from(await response.arrayBuffer())
  } catch (cause) {
    throw new ServiceUnavailableException('billing', { cause })
  }
}
