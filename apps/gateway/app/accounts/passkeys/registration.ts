import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { uuidv7 } from 'uuidv7'
import { PasskeyExistsException, PasskeyRefusedException } from '#accounts/exceptions/passkey_exceptions'
import Passkey from '#accounts/models/passkey'
import type User from '#accounts/models/user'
import { keepChallenge, takeChallenge } from '#accounts/passkeys/challenge'
import { handleOf, relyingParty } from '#accounts/passkeys/relying_party'
import { record } from '#ledger/record'

type Session = HttpContext['session']

interface NewCredential {
  id: string
  rawId: string
  response: { clientDataJSON: string; attestationObject: string }
}

/**
 * What a browser needs to make one: it has to be found without a name being typed, and to ask for a finger, a face or a
 * PIN each time, so that it is two factors in one.
 */
export async function registrationOptions(user: User, session: Session) {
  const { challenge, pubKeyCredParams, timeout } = await generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userName: user.email,
  })
  const [known] = await Promise.all([Passkey.of(user), keepChallenge(session, 'registration', challenge)])
  return {
    challenge,
    rp: { id: relyingParty.id, name: relyingParty.name },
    user: {
      id: Buffer.from(handleOf(user.id)).toString('base64url'),
      name: user.email,
      displayName: user.fullName,
    },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ alg, type: 'public-key' as const })),
    timeout,
    excludeCredentials: known.map(({ credentialId: id }) => ({ id, type: 'public-key' as const })),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
  }
}

/** @throws PasskeyRefusedException, PasskeyExistsException */
export async function addPasskey(user: User, session: Session, name: string, answer: NewCredential) {
  const expectedChallenge = await takeChallenge(session, 'registration')
  if (!expectedChallenge) throw new PasskeyRefusedException()
  const { registrationInfo: made } = await verifyRegistrationResponse({
    response: { ...answer, type: 'public-key', clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    throw new PasskeyRefusedException({ cause })
  })
  if (!made) throw new PasskeyRefusedException()

  const { credential, credentialBackedUp: isBackedUp } = made
  return db
    .transaction(async (trx) => {
      const passkey = await Passkey.create(
        {
          id: uuidv7(),
          userId: user.id,
          name,
          credentialId: credential.id,
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          counter: credential.counter,
          isBackedUp,
        },
        { client: trx },
      )
      await record(trx, { action: 'user.passkey_added', subject: ['user', user.id], metadata: { name } })
      return passkey
    })
    .catch((error: { code?: string }) => {
      throw error.code === '23505' ? new PasskeyExistsException() : error
    })
}
