import db from '@adonisjs/lucid/services/db'
import type { SignInRule } from '#accounts/sign_in_rule'
import { SingleSignOnRequiredException } from '#single_sign_on/exceptions/single_sign_on_exceptions'

/**
 * Members whose organization requires its own provider sign in by it alone. Owners are let in by other ways too, or a
 * broken provider would lock everybody out; so are guests, for whose addresses the provider cannot speak.
 */
const requireSingleSignOn: SignInRule = async (user, method) => {
  if (method === 'oidc') return
  const demanding = await db
    .from('organization_providers as provider')
    .join('memberships as member', 'member.organization_id', 'provider.organization_id')
    .join('organization_domains as domain', 'domain.organization_id', 'provider.organization_id')
    .where({ 'provider.is_required': true, 'member.user_id': user.id, 'domain.name': domainOf(user.email) })
    .whereNot('member.role', 'owner')
    .whereNotNull('domain.verified_at')
    .select('provider.organization_id')
    .first()
  if (demanding) throw new SingleSignOnRequiredException()
}

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

export default requireSingleSignOn
