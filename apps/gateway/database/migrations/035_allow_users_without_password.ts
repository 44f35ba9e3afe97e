import { randomBytes } from 'node:crypto'
import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    // Who signs in by somebody else's word has none until they ask for one.
    this.schema.alterTable('users', (table) => table.setNullable('password'))
  }

  override async down() {
    // Well-formed, but the hash of no password that anybody knows; "forgot password" makes a new one.
    const [salt, hash] = [16, 64].map((length) => randomBytes(length).toString('base64').replace(/=+$/, ''))
    const password = `$scrypt$n=16384,r=8,p=1$${salt}$${hash}`
    this.defer(async (db) => {
      await db.from('users').whereNull('password').update({ password })
    })
    this.schema.alterTable('users', (table) => table.dropNullable('password'))
  }
}
