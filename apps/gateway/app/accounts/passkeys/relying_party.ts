import env from '#start/env'

const { hostname, origin } = new URL(env.get('APP_URL'))

/** Who a passkey is for: it works on this site alone, wherever somebody is led to. */
export const relyingParty = { id: hostname, name: env.get('APP_NAME'), origin }

/** What an authenticator calls a person: the sixteen bytes of their id. */
export const handleOf = (userId: string) => Uint8Array.from(Buffer.from(userId.replaceAll('-', ''), 'hex'))
