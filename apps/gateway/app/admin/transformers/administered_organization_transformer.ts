import { BaseTransformer } from '@adonisjs/core/transformers'
import { iso } from '#core/time'
import type Organization from '#organizations/models/organization'

export function administeredOrganization({ id, name, slug, disabledAt, createdAt }: Organization) {
  return { id, name, slug, disabledAt: iso(disabledAt), createdAt: iso(createdAt) }
}

/** An organization as an administrator sees it in a list. */
export default class AdministeredOrganizationTransformer extends BaseTransformer<Organization> {
  toObject() {
    return { ...administeredOrganization(this.resource), members: Number(this.resource.$extras.members) }
  }
}
