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
import type User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { admin, anonymous } from '#content/cms/client'
import type { CmsSchema } from '#content/cms/schema'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

/**
 * The roles that `apps/cms` declares for our people (its `src/ids.ts`): a writer makes drafts, an editor publishes, and one
 * with a Studio seat does that there as well.
 */
export const writerRole = '57ee6894-81d6-8b56-a3c4-d9a66c6b0cc8'
export const editorRole = 'd85858fc-7c45-8314-95c7-3df2dce81e30'
export const studioRole = '7e023237-1c16-8903-8859-9568c57ff42a'

interface Session {
  token: string
  expiresAt: number
  opensStudio: boolean
  role: unknown
}

type Person = Pick<User, 'id' | 'role'>

/** What somebody's role allows is what they may do at Directus; a seat, once taken, is kept. */
const rolesFor = (person: Person) =>
  can(person as User, 'content.publish') ? [editorRole, studioRole] : [writerRole]

const sessions = new Map<string, Promise<Session>>()

/**
 * Sends a command as the Directus user of one of our people, so that Directus applies the editor's rights and names
 * the editor in its history. That user is made when first needed; only the gateway knows its password.
 */
export async function asEditor<Output>(person: Person, command: RestCommand<Output, CmsSchema>) {
  const send = async () => anonymous.request(withToken((await sessionOf(person)).token, command))
  return send().catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    forgetSession(person.id)
    return send()
  })
}

/** The person's session at Directus, begun when first needed and kept by this process while it and their role last. */
export async function sessionOf(person: Person): Promise<Session> {
  const known = sessions.get(person.id)
  const session = known && (await known.catch(() => undefined))
  const hasRole = !session || isRight(session, person)
  if (session && hasRole && Date.now() < session.expiresAt) return session

  if (sessions.get(person.id) === known) sessions.set(person.id, hasRole ? signIn(person) : beginAnew(person))
  return sessions.get(person.id) ?? signIn(person)
}

const isRight = ({ role }: Session, person: Person) => rolesFor(person).some((allowed) => allowed === role)

/** What a role allows is written into a session's token: after a change a new one is begun. */
export const forgetSession = (userId: string) => void sessions.delete(userId)

async function signIn(person: Person): Promise<Session> {
  const session = await begin(person).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error
    return beginAnew(person)
  })
  return isRight(session, person) ? session : beginAnew(person)
}

async function beginAnew(person: Person) {
  await provision(person)
  return begin(person)
}

async function begin({ id }: Person): Promise<Session> {
  const granted = await anonymous.request(login(credentialsOf(id), { mode: 'json' }))
  if (!granted.access_token || !granted.expires) throw new ServiceUnavailableException('cms')
  // Renewed a little early, so that no request sets out with a token that ends on the way.
  const { app_access: opensStudio, role } = decodeJwt(granted.access_token)
  return {
    token: granted.access_token,
    expiresAt: Date.now() + granted.expires - 30_000,
    opensStudio: opensStudio === true,
    role,
  }
}

/** Makes the person's user, or sets it right again: another role, a rotated key, or someone who changed it in the Studio. */
async function provision(person: Person) {
  const { id } = person
  const user = { ...credentialsOf(id), status: 'active' as const }
  const [known] = await admin.request(readUsers({ fields: ['role'], filter: { id: { _eq: id } } }))
  const roles = rolesFor(person)
  const role = roles.find((allowed) => allowed === known?.role) ?? roles[0]!
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
