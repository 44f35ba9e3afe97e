import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A name server that knows TXT records and nothing else: RFC 1035, section 4, as far as one question needs it. */
export class NameServer {
  readonly records = new Map<string, string>()
  #socket = createSocket('udp4')

  async start(port: number, host: string) {
    this.#socket.on('message', (question, { port, address }) => {
      this.#socket.send(this.#answer(question), port, address)
    })
    this.#socket.bind(port, host)
    await once(this.#socket, 'listening')
    return this
  }

  stop() {
    this.#socket.close()
  }

  #answer(question: Buffer) {
    const { name, end } = nameIn(question)
    const text = this.records.get(name)
    const header = Buffer.from(question.subarray(0, 12))
    // An answer of the one in authority; without a record, the name does not exist.
    header.writeUInt16BE(text === undefined ? 0x8583 : 0x8580, 2)
    header.writeUInt16BE(text === undefined ? 0 : 1, 6)
    header.writeUInt32BE(0, 8)
    const asked = question.subarray(12, end + 4)
    return Buffer.concat([header, asked, ...(text === undefined ? [] : [recordOf(text)])])
  }
}

function nameIn(question: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString('ascii', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 }
}

/** About the name that stands at byte 12, of type TXT, not to be kept. */
function recordOf(text: string) {
  const fixed = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 0, 0, text.length + 1, text.length])
  return Buffer.concat([fixed, Buffer.from(text)])
}
