import { createHmac } from 'node:crypto'
import {
  createUser,
  isDirectusError,
  login,
  readUsers,
  type RestCommand,
  updateUser,
  withToken,
} from '@directus/sdk'
import { decodeJwt } from 'jose'
import { admin, anonymous } from '#content/cms/client'
import type { CmsSchema } from '#content/cms/schema'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

/** The roles that `apps/cms` declares for editors (its `src/ids.ts`): both may edit, the second has a Studio seat. */
export const editorRole = 'd85858fc-7c45-8314-95c7-3df2dce81e30'
export const studioRole = '7e023237-1c16-8903-8859-9568c57ff42a'

interface Session {
  token: string
  expiresAt: number
  opensStudio: boolean
}

const sessions = new Map<string, Promise<Session>>()

/**
 * Sends a command as the Directus user of one of our people, so that Directus applies the editor's rights and names
 * the editor in its history. That user is made when first needed; only the gateway knows its password.
 */
export async function asEditor<Output>(userId: string, command: RestCommand<Output, CmsSchema>) {
  const send = async () => anonymous.request(withToken(await tokenOf(userId), command))
  return send().catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    forgetSession(userId)
    return send()
  })
}

/** The editor's session at Directus, begun when first needed and kept by this process while it lasts. */
export async function sessionOf(userId: string): Promise<Session> {
  const known = sessions.get(userId)
  const session = known && (await known.catch(() => undefined))
  if (session && Date.now() < session.expiresAt) return session

  if (sessions.get(userId) === known) sessions.set(userId, signIn(userId))
  return sessions.get(userId) ?? signIn(userId)
}

/** What a role allows is written into a session's token: after a change a new one is begun. */
export const forgetSession = (userId: string) => void sessions.delete(userId)

const tokenOf = async (userId: string) => (await sessionOf(userId)).token

async function signIn(userId: string): Promise<Session> {
  const credentials = credentialsOf(userId)
  const attempt = () => anonymous.request(login(credentials, { mode: 'json' }))
  const granted = await attempt().catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error
    await provision(userId, credentials)
    return attempt()
  })
  if (!granted.access_token || !granted.expires) throw new ServiceUnavailableException('cms')
  // Renewed a little early, so that no request sets out with a token that ends on the way.
  return {
    token: granted.access_token,
    expiresAt: Date.now() + granted.expires - 30_000,
    opensStudio: decodeJwt(granted.access_token).app_access === true,
  }
}

/** Makes the editor's user, or sets it right again: a rotated key, or someone who changed it in the Studio. */
async function provision(id: string, credentials: ReturnType<typeof credentialsOf>) {
  const user = { ...credentials, status: 'active' as const }
  const [known] = await admin.request(readUsers({ fields: ['role'], filter: { id: { _eq: id } } }))
  // A seat, once taken, is kept.
  const role = known?.role === studioRole ? studioRole : editorRole
  await admin.request(known ? updateUser(id, { ...user, role }) : createUser({ id, ...user, role }))
}

/** Directus keeps our id of the person and nothing else about them; example.com is reserved and takes no mail. */
const credentialsOf = (id: string) => ({
  email: `${id}@editors.example.com`,
  password: createHmac('sha256', env.get('CMS_EDITOR_KEY').release()).update(id).digest('base64url'),
})

const refusals = new Set(['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'TOKEN_EXPIRED', 'USER_SUSPENDED'])

const isRefusal = (error: unknown) =>
  isDirectusError(error) && refusals.has(error.errors[0]?.extensions.code ?? '')
