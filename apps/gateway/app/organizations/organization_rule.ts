import type { HttpContext } from '@adonisjs/core/http'
import { organizationRules } from '#config/organizations'

/** Throws where a request for the organization in `ctx.membership` may not go on. */
export type OrganizationRule = (ctx: HttpContext) => Promise<void>

export async function askOrganizationRules(ctx: HttpContext) {
  for (const load of organizationRules) {
    const { default: rule } = await load()
    await rule(ctx)
  }
}
