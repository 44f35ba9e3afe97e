import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { relyingParty } from '#accounts/passkeys/relying_party'

interface Key {
  id: Buffer
  privateKey: KeyObject
  handle?: string
  counter: number
}

export interface Ceremony {
  challenge: string
  rpId?: string
  origin?: string
  /** Whether the device has verified its owner by a finger, a face or a PIN. */
  verified?: boolean
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const text = (data: Uint8Array) => Buffer.from(data).toString('base64url')

/** A device that makes passkeys and signs with them, as far as a server sees it. */
export class SoftAuthenticator {
  #keys: Key[] = []

  create({ user, ...ceremony }: Ceremony & { user: { id: string } }) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const key = { id: randomBytes(32), privateKey, handle: user.id, counter: 0 }
    this.#keys.push(key)

    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(key.id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, key.id, cose])
    const attestation = new Map<string, string | Map<string, never> | Uint8Array>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, never>()],
      ['authData', Buffer.concat([dataOf(key, ceremony, 0x40), attested])],
    ])
    return {
      id: text(key.id),
      rawId: text(key.id),
      response: {
        clientDataJSON: clientData('webauthn.create', ceremony),
        attestationObject: text(isoCBOR.encode(attestation)),
      },
    }
  }

  /** Signs with the key that it made last. */
  get(ceremony: Ceremony, { counter = true } = {}) {
    const key = this.#keys.at(-1)!
    if (counter) key.counter += 1
    const data = dataOf(key, ceremony)
    const client = clientData('webauthn.get', ceremony)
    const signed = Buffer.concat([data, sha256(Buffer.from(client, 'base64url'))])
    return {
      id: text(key.id),
      rawId: text(key.id),
      response: {
        clientDataJSON: client,
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, key.privateKey)),
        userHandle: key.handle,
      },
    }
  }
}

function dataOf({ counter }: Key, { rpId = relyingParty.id, verified = true }: Ceremony, flags = 0) {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags | 0x01 | (verified ? 0x04 : 0))
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(rpId), rest])
}

const clientData = (type: string, { challenge, origin = relyingParty.origin }: Ceremony) =>
  text(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })))
