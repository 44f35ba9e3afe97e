import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import mail from '@adonisjs/mail/services/main'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'

/** A mail server for one test, which answers the recipient as told, and the mailer talking to it until `close`. */
export async function mailServer({ recipient = '250 fine' } = {}) {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let lines: string[] | null = null
    socket.write('220 ready\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (lines && line !== '.') lines.push(line)
        else if (lines) {
          received.push(lines.join('\n'))
          lines = null
          socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          lines = []
          socket.write('354 go on\r\n')
        } else socket.write(`${line.startsWith('RCPT') ? recipient : '250 fine'}\r\n`)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const mailer = mail.use('smtp')
  const { transport } = mailer
  const { port } = server.address() as AddressInfo
  mailer.transport = new SMTPTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  return {
    received,
    close() {
      mailer.transport = transport
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
