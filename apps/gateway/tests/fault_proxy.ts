import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Killed; stopped in the middle of whatever it does; five seconds late; without what it needs itself. */
export type Fault = 'dead' | 'frozen' | 'slow' | 'failing'

const failure = '{"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}'
const failed = `HTTP/1.1 500 Internal Server Error\r\ncontent-type: application/json\r\ncontent-length: ${failure.length}\r\nconnection: close\r\n\r\n${failure}`

/** Stands between us and a service that listens on `target`, and is in trouble when told to. */
export async function faultProxy(target: number) {
  let fault: Fault | null = null
  const open = new Set<Socket>()

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
    near.on('data', (data) => {
      if (fault === 'failing') near.end(failed)
      else if (fault !== 'frozen') far.write(data)
    })
    far.on('data', (data) => {
      if (fault === 'slow') setTimeout(() => near.write(data), 5_000)
      else if (fault !== 'frozen') near.write(data)
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const part = () => open.forEach((socket) => socket.destroy())
  return {
    port,
    async begin(trouble: Fault) {
      fault = trouble
      if (trouble !== 'dead') return
      server.close()
      part()
      await once(server, 'close')
    },
    async end() {
      if (fault === 'dead') await once(server.listen(port, '127.0.0.1'), 'listening')
      else part()
      fault = null
    },
    stop() {
      server.close()
      part()
    },
  }
}
