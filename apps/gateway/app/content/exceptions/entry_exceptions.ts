import { Refusal } from '#core/exceptions/refusal'

export class ForeignDraftException extends Refusal {
  static override status = 403
  static override code = 'E_FOREIGN_DRAFT'
}

export class StaleDraftException extends Refusal {
  static override status = 409
  static override code = 'E_STALE_DRAFT'
}

/** What is in the table was changed past the draft, in the Studio or by a script; the draft does not have that. */
export class OutdatedDraftException extends Refusal {
  static override status = 409
  static override code = 'E_OUTDATED_DRAFT'
}

/** Why nothing was published at the time that was set. */
export class FormerEditorException extends Refusal {
  static override status = 403
  static override code = 'E_FORMER_EDITOR'
}

export class NoDraftException extends Refusal {
  static override status = 409
  static override code = 'E_NO_DRAFT'
}

export class NotPublishedException extends Refusal {
  static override status = 409
  static override code = 'E_NOT_PUBLISHED'
}

export class LinkedPageException extends Refusal {
  static override status = 409
  static override code = 'E_PAGE_LINKED'

  constructor(places: string[]) {
    super({ values: { places: places.join(', ') } })
  }
}

export class PreviewEndedException extends Refusal {
  static override status = 404
  static override code = 'E_PREVIEW_ENDED'
}
