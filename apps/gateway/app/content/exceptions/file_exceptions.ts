import { Refusal } from '#core/exceptions/refusal'
import { FieldException } from '#core/exceptions/field_exception'

/** One of several files; the sentence says which. */
export class FileRefusedException extends FieldException {
  constructor(name: string, reason: () => string) {
    super('file', 'refused_file', () => ({ name, reason: reason() }))
  }
}

export class ForeignFileException extends Refusal {
  static override status = 403
  static override code = 'E_FOREIGN_FILE'
}

export class FileInUseException extends Refusal {
  static override status = 409
  static override code = 'E_FILE_IN_USE'

  constructor(places: string[]) {
    super({ values: { places: places.join(', ') } })
  }
}
