import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { bearerToken } from '#core/bearer'
import { record } from '#ledger/record'

/** Ends the session or the token that the request came with. */
export async function signOut({ auth, request, session }: HttpContext) {
  const { id } = auth.getUserOrFail()
  await db.transaction((trx) => record(trx, { action: 'user.logged_out', subject: ['user', id] }))
  if (bearerToken(request) === null) session.clear()
  else await auth.use('token').logout()
}
