import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { DateTime } from 'luxon'
import { UnprovenPasskeyException } from '#accounts/exceptions/passkey_exceptions'
import Passkey from '#accounts/models/passkey'
import User from '#accounts/models/user'
import { keepChallenge, takeChallenge } from '#accounts/passkeys/challenge'
import { handleOf, relyingParty } from '#accounts/passkeys/relying_party'

type Session = HttpContext['session']

interface Answer {
  id: string
  rawId: string
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string }
}

/** What a browser needs to prove somebody by any passkey of theirs. It names nobody, so it tells nothing. */
export async function proofOptions(session: Session) {
  const { challenge, timeout } = await generateAuthenticationOptions({ rpID: relyingParty.id })
  await keepChallenge(session, 'proof', challenge)
  return { challenge, timeout, rpId: relyingParty.id, userVerification: 'required' as const }
}

/**
 * Whose passkey has signed the challenge of this session, after its owner was verified by the device.
 *
 * @throws UnprovenPasskeyException
 */
export async function provenByPasskey(session: Session, answer: Answer) {
  const expectedChallenge = await takeChallenge(session, 'proof')
  if (!expectedChallenge) throw new UnprovenPasskeyException()
  return db.transaction(async (trx) => {
    const passkey = await Passkey.query({ client: trx })
      .where({ credentialId: answer.id })
      .forUpdate()
      .first()
    if (!passkey || !isHandleOf(passkey, answer)) throw new UnprovenPasskeyException()

    const used = await verify(passkey, answer, expectedChallenge)
    const user = await User.query({ client: trx })
      .where({ id: passkey.userId })
      .whereNull('disabled_at')
      .first()
    if (!user) throw new UnprovenPasskeyException()
    await passkey
      .merge({ counter: used.newCounter, isBackedUp: used.credentialBackedUp, lastUsedAt: DateTime.utc() })
      .save()
    return user
  })
}

async function verify(passkey: Passkey, answer: Answer, expectedChallenge: string) {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...answer, type: 'public-key', clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
      counter: Number(passkey.counter),
    },
  }).catch((cause: unknown) => {
    throw new UnprovenPasskeyException({ cause })
  })
  if (!verified) throw new UnprovenPasskeyException()
  return authenticationInfo
}

const isHandleOf = ({ userId }: Passkey, { response: { userHandle } }: Answer) =>
  userHandle === undefined || Buffer.from(userHandle, 'base64url').equals(handleOf(userId))
