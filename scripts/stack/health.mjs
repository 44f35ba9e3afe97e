import { createConnection, createServer } from 'node:net'

/** Whether an address answers with a status below 400. */
export async function answersHttp(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'manual' })
  await response.body?.cancel()
  return response.status < 400
}

/**
 * Whether a local port, sent a text, answers with one that contains `expected`.
 *
 * @param {number} port
 * @param {string} text
 * @param {string} expected
 */
export function answersText(port, text, expected) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 2000 })
    let answer = ''
    const end = (result) => {
      socket.destroy()
      resolve(result)
    }
    socket.on('connect', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk
      if (answer.includes(expected)) end(true)
    })
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
    socket.on('close', () => end(false))
  })
}

/** Whether nothing listens on a local port. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
