import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const base64 = (pem: string | Buffer) => Buffer.from(pem).toString('base64')
const publicHalf = (key: KeyObject) => base64(key.export({ type: 'spki', format: 'pem' }))

export default class KeysRotate extends BaseCommand {
  static override commandName = 'keys:rotate'
  static override description =
    'Make a new key for access tokens; the one in use becomes a previous one, so that nobody is signed out'
  static override help = [
    'Prints the two settings that take the place of the present ones. Restart the gateway and the worker with them.',
    'Tokens live for 15 minutes; after that, JWT_PREVIOUS_KEYS may be emptied.',
  ]
  static override options: CommandOptions = { startApp: false }

  override async run() {
    const { default: env } = await import('#start/env')
    const current = createPublicKey(Buffer.from(env.get('JWT_PRIVATE_KEY').release(), 'base64'))
    const previous = [current, ...env.get('JWT_PREVIOUS_KEYS')].map(publicHalf)
    const { privateKey } = generateKeyPairSync('ed25519')

    this.logger.log(`JWT_PRIVATE_KEY=${base64(privateKey.export({ type: 'pkcs8', format: 'pem' }))}`)
    this.logger.log(`JWT_PREVIOUS_KEYS=${[...new Set(previous)].join(',')}`)
  }
}
