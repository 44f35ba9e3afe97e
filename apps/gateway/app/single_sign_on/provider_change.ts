import db from '@adonisjs/lucid/services/db'
import { Issuer } from '#accounts/identity/issuer'
import type User from '#accounts/models/user'
import { OutboundFailedException, OutboundRefusedException } from '#core/exceptions/outbound_exception'
import { FieldException } from '#core/exceptions/field_exception'
import { outbound } from '#core/outbound/guarded_fetch'
import { record } from '#ledger/record'
import type { MembershipSummary } from '#organizations/member_provider'
import { rolesToGive } from '#single_sign_on/roles_to_give'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'

interface Settings {
  issuer: string
  clientId: string
  clientSecret?: string
  role: string
  isRequired: boolean
}

/** Has an organization sign in by a provider, after asking whether there is one. */
export class ProviderChange {
  constructor(
    private membership: MembershipSummary,
    private actor: User,
  ) {}

  async save({ clientSecret, ...settings }: Settings) {
    const { id: organizationId } = this.membership.organization
    const provider =
      (await OrganizationProvider.find(organizationId)) ??
      new OrganizationProvider().merge({ organizationId })
    const isSame = provider.issuer === settings.issuer && provider.clientId === settings.clientId

    await this.#judge(provider, settings, { isSame, clientSecret })
    provider.merge({ ...settings, ...(!isSame && { provenAt: null }) })
    if (clientSecret) provider.keepSecret(clientSecret)
    await db.transaction(async (trx) => {
      await provider.useTransaction(trx).save()
      await record(trx, {
        action: 'single_sign_on.configured',
        organizationId,
        actorId: this.actor.id,
        subject: ['organization', organizationId],
        metadata: settings,
      })
    })
  }

  /** A secret kept for one provider is never sent to another, or whoever names one would be told it. */
  async #judge(
    provider: OrganizationProvider,
    { issuer, role, isRequired }: Settings,
    { isSame, clientSecret }: { isSame: boolean; clientSecret?: string },
  ) {
    if (!rolesToGive(this.membership).includes(role)) throw new FieldException('role', 'role_above')
    if (!clientSecret && !isSame) throw new FieldException('clientSecret', 'client_secret')
    if (isRequired && !(isSame && provider.provenAt))
      throw new FieldException('isRequired', 'unproven_provider')
    if (
      isRequired &&
      !(await OrganizationDomain.of(provider.organizationId)).some((domain) => domain.verifiedAt)
    )
      throw new FieldException('isRequired', 'unverified_domain')
    await reach(issuer)
  }
}

/** Asks the provider what it says of itself and for its keys. What it answers is shown to nobody. */
export async function reach(issuer: string) {
  await new Issuer(issuer, outbound).probe().catch((cause: unknown) => {
    const isExpected = cause instanceof OutboundFailedException || cause instanceof OutboundRefusedException
    if (!isExpected) throw cause
    throw new FieldException('issuer', 'issuer')
  })
}
