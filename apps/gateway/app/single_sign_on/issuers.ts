import { Issuers } from '#accounts/identity/issuer'
import { outbound } from '#core/outbound/guarded_fetch'

/** Providers that customers entered: on the public internet, unless an operator has allowed the host. */
export const issuers = new Issuers(outbound)
