import type { ServerResponse } from 'node:http'
import { streams as limits } from '#config/limiter'
import { onChange } from '#content/live/changes'
import { TooManyStreamsException } from '#content/exceptions/stream_exceptions'

const open = new Map<ServerResponse, string>()

const write = (text: string) => {
  for (const response of open.keys()) response.write(text)
}

let heartbeat: NodeJS.Timeout | undefined
let stop: (() => void) | undefined

/** One listener and one clock for all streams of the process. */
function begin() {
  stop ??= onChange((collections) => write(`data: ${JSON.stringify({ collections })}\n\n`))
  heartbeat ??= setInterval(() => write(':\n\n'), limits.heartbeat).unref()
}

/**
 * Keeps an answer open and writes every change of what is published to it.
 *
 * @param network counts as one client
 * @throws TooManyStreamsException
 */
export function admit(network: string) {
  const own = [...open.values()].filter((one) => one === network).length
  if (open.size >= limits.most || own >= limits.perAddress) throw new TooManyStreamsException()
  return (response: ServerResponse) => {
    begin()
    open.set(response, network)
    response.once('close', () => open.delete(response))
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Accel-Buffering': 'no',
    })
    response.write(`retry: ${limits.retry}\n\n`)
  }
}

/** Whoever is sent away comes back to another process. */
export function endStreams() {
  stop?.()
  clearInterval(heartbeat)
  stop = heartbeat = undefined
  for (const response of open.keys()) response.end()
}
