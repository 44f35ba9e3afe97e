import type { Eraser } from '#accounts/erasure/eraser'
import DataExport from '#accounts/models/data_export'
import { removeAvatar } from '#core/uploads/avatar'

const files: Eraser = async (user) => {
  await removeAvatar(user.avatar)
  await DataExport.removeOf(user)
}

export default files
