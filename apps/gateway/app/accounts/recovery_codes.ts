import { hash, randomInt } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'

const count = 10
/** Nothing that looks like something else when somebody copies it from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const digestOf = (code: string) => hash('sha256', code.toLowerCase().replace(/[^a-z\d]/g, ''), 'base64url')

/** Sixteen letters out of 31 are 79 bits, so a fast hash is enough to keep them. */
function newCode() {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/** Replaces all that a person has. What is given back here can never be read again. */
export async function issueRecoveryCodes(userId: string, trx: TransactionClientContract) {
  const codes = Array.from({ length: count }, newCode)
  await trx.from('recovery_codes').where({ user_id: userId }).delete()
  await trx
    .table('recovery_codes')
    .multiInsert(codes.map((code) => ({ user_id: userId, digest: digestOf(code), created_at: new Date() })))
  return codes
}

/** Takes a code, once. */
export async function takeRecoveryCode(userId: string, code: string, trx: TransactionClientContract) {
  const { rows } = await trx.rawQuery<{ rows: object[] }>(
    'delete from recovery_codes where user_id = ? and digest = ? returning digest',
    [userId, digestOf(code)],
  )
  return rows.length > 0
}

export async function recoveryCodesLeft(
  userId: string,
  client: Pick<TransactionClientContract, 'from'> = db,
) {
  const [row] = await client.from('recovery_codes').where({ user_id: userId }).count('* as left')
  return Number((row as { left: string }).left)
}
