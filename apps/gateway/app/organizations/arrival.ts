import { DateTime } from 'luxon'
import {
  AccountDisabledException,
  AccountExistsException,
  NoAddressException,
  UnverifiedAddressException,
} from '#accounts/exceptions/identity_exceptions'
import type { Proof } from '#accounts/identity/proof'
import Identity from '#accounts/models/identity'
import User from '#accounts/models/user'
import { Signup } from '#organizations/signup'

/** Finds whom a provider's word means here, or makes them known. */
export class Arrival {
  constructor(private proof: Proof) {}

  async user() {
    const identity = await Identity.proven(this.proof)
    if (!identity) return this.#newcomer()
    if (identity.user.disabledAt) throw new AccountDisabledException()
    await identity.used()
    return identity.user
  }

  /**
   * An address alone enters nobody's account: its owner signs in and connects the provider. Nor does one that the
   * provider has not proved open an account, or somebody could wait in it for the person whose address it is.
   */
  async #newcomer() {
    const { email, fullName, isVerified } = this.proof
    if (!email) throw new NoAddressException()
    if (!isVerified) throw new UnverifiedAddressException()
    if (await User.findBy({ email })) throw new AccountExistsException()
    const person = { email, fullName, password: null, emailVerifiedAt: DateTime.now() }
    return new Signup(person, this.proof).complete()
  }
}
