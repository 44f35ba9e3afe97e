import { Exception } from '@adonisjs/core/exceptions'

export class ForeignDraftException extends Exception {
  static override status = 403
  static override code = 'E_FOREIGN_DRAFT'
  static override message = 'Somebody else is working on this. Ask them, or an editor.'
}

export class StaleDraftException extends Exception {
  static override status = 409
  static override code = 'E_STALE_DRAFT'
  static override message =
    'Somebody else has saved this in the meantime. Load it again; what you wrote stays here until you do.'
}

/** What is in the table was changed past the draft, in the Studio or by a script; the draft does not have that. */
export class OutdatedDraftException extends Exception {
  static override status = 409
  static override code = 'E_OUTDATED_DRAFT'
  static override message =
    'Something else was published since this draft was begun. Publishing the draft takes that back.'
}

/** Why nothing was published at the time that was set. */
export class FormerEditorException extends Exception {
  static override status = 403
  static override code = 'E_FORMER_EDITOR'
  static override message = 'Whoever set the time may not publish any more.'
}

export class NoDraftException extends Exception {
  static override status = 409
  static override code = 'E_NO_DRAFT'
  static override message = 'There is no draft. Everything is published already.'
}

export class NotPublishedException extends Exception {
  static override status = 409
  static override code = 'E_NOT_PUBLISHED'
  static override message = 'This is not published.'
}

export class LinkedPageException extends Exception {
  static override status = 409
  static override code = 'E_PAGE_LINKED'

  constructor(places: string[]) {
    super(`The navigation links to this page (${places.join(', ')}). Take the link away first.`)
  }
}

export class PreviewEndedException extends Exception {
  static override status = 404
  static override code = 'E_PREVIEW_ENDED'
  static override message = 'This preview has ended, or its link is not complete. Ask for a new one.'
}
