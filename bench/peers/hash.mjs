// Nothing but the hash of a password, with the costs of the gateway's `config/hash.ts`.
import { randomBytes, scrypt } from 'node:crypto'
import { createServer } from 'node:http'

const costs = { cost: 16_384, blockSize: 8, parallelization: 1 }
const salt = randomBytes(16)

const server = createServer((_request, response) => {
  scrypt('gantry-demo-2026', salt, 64, costs, () => response.end('ok'))
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
