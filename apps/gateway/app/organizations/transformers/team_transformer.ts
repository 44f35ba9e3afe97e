import { BaseTransformer } from '@adonisjs/core/transformers'
import { avatarUrls } from '#core/uploads/avatar_urls'
import type Team from '#organizations/models/team'

export default class TeamTransformer extends BaseTransformer<Team> {
  toObject() {
    const { id, name, resources, members } = this.resource
    return {
      id,
      name,
      resources,
      members: members.map(({ user }) => ({
        userId: user.id,
        fullName: user.fullName,
        avatar: avatarUrls(user.avatar),
      })),
    }
  }
}
