import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Listed } from '#content/editorial/list'

/** A line of the list. */
export default class ListedEntryTransformer extends BaseTransformer<Listed> {
  toObject() {
    const {
      id,
      kind,
      title,
      language,
      address,
      state,
      isPublished,
      isMine,
      publishAt,
      failure,
      updatedAt,
      editedBy,
    } = this.resource
    return {
      id,
      kind,
      title,
      language,
      address,
      state,
      isPublished,
      isMine,
      publishAt,
      failure,
      updatedAt,
      editedBy,
    }
  }
}
