import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import { belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { OpenIdDriver } from '#accounts/identity/open_id_driver'
import type User from '#accounts/models/user'
import { OrganizationProviderSchema } from '#database/schema'
import { record } from '#ledger/record'
import Organization from '#organizations/models/organization'
import { NoSingleSignOnException } from '#single_sign_on/exceptions/single_sign_on_exceptions'
import { issuers } from '#single_sign_on/issuers'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import env from '#start/env'

const purpose = (organizationId: string) => `single-sign-on:${organizationId}`

/** An organization's own OpenID Connect provider. It speaks for addresses in the organization's verified domains only. */
export default class OrganizationProvider extends OrganizationProviderSchema {
  static override selfAssignPrimaryKey = true

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  /** A separate address for each, so that no provider is handed another's answer. */
  static callbackUrl = (organizationId: string) =>
    `${env.get('APP_URL')}/api/auth/single-sign-on/${organizationId}/callback`

  static async at(organizationId: string) {
    const provider = await this.query().where({ organizationId }).preload('organization').first()
    if (!provider || provider.organization.disabledAt) throw new NoSingleSignOnException()
    return provider
  }

  static async speakingFor(email: string) {
    const domain = await OrganizationDomain.verifiedFor(email)
    if (!domain) throw new NoSingleSignOnException()
    return this.at(domain.organizationId)
  }

  keepSecret(plain: string) {
    this.clientSecret = encryption.encrypt(plain, undefined, purpose(this.organizationId))
  }

  driver(ctx: HttpContext) {
    const clientSecret = encryption.decrypt<string>(this.clientSecret, purpose(this.organizationId))
    if (!clientSecret) throw new Error('A client secret cannot be decrypted. Has APP_KEY changed?')
    return new OpenIdDriver(ctx, {
      name: 'organization',
      issuer: this.issuer,
      clientId: this.clientId,
      clientSecret,
      callbackUrl: OrganizationProvider.callbackUrl(this.organizationId),
      issuers,
    })
  }

  async remove(actor: User) {
    await db.transaction(async (trx) => {
      await this.useTransaction(trx).delete()
      await record(trx, {
        action: 'single_sign_on.removed',
        organizationId: this.organizationId,
        actorId: actor.id,
        subject: ['organization', this.organizationId],
        metadata: { issuer: this.issuer },
      })
    })
  }

  /** Somebody has come by it, so it works. */
  async proven() {
    if (this.provenAt) return
    this.provenAt = DateTime.now()
    await this.save()
  }
}
