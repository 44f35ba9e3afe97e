import type { PersonalData } from '#accounts/export/archive'
import { readAvatar } from '#core/uploads/avatar'

const picture: PersonalData = async ({ avatar }) => (avatar ? readAvatar(avatar) : null)

export default picture
