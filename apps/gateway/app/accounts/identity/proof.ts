import type { AllyService } from '@adonisjs/ally/types'
import vine from '@vinejs/vine'
import { UnknownProviderException } from '#accounts/exceptions/identity_exceptions'
import { providerIssuers } from '#config/ally'

export type Provider = keyof typeof providerIssuers

/** Who has come, by the word of a provider. */
export interface Proof {
  provider: Provider
  issuer: string
  subject: string
  email: string | null
  /** Whether the provider vouches for the address too. */
  isVerified: boolean
  fullName: string
}

export function providerNamed(ally: AllyService, name: string): Provider {
  if (!Object.hasOwn(providerIssuers, name) || !ally.has(name)) throw new UnknownProviderException()
  return name
}

/** Reads what the provider answered to this request. */
export async function proofFrom(ally: AllyService, provider: Provider): Promise<Proof> {
  const { id, email, emailVerificationState, name } = await ally.use(provider).user()
  const address = normalised(email)
  return {
    provider,
    issuer: providerIssuers[provider],
    subject: id,
    email: address,
    isVerified: emailVerificationState === 'verified',
    fullName: name.trim().slice(0, 120) || (address?.split('@')[0] ?? ''),
  }
}

function normalised(email: string | null) {
  const address = email?.trim().toLowerCase() ?? ''
  return address.length <= 254 && vine.helpers.isEmail(address) ? address : null
}
