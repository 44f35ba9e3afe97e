import { Exception } from '@adonisjs/core/exceptions'
import { FieldException } from '#core/exceptions/field_exception'

/** One of several files; the sentence says which. */
export class FileRefusedException extends FieldException {
  constructor(name: string, reason: string) {
    super('file', `${name}: ${reason}`)
  }
}

export class ForeignFileException extends Exception {
  static override status = 403
  static override code = 'E_FOREIGN_FILE'
  static override message = 'Somebody else has uploaded this. Ask them, or an editor.'
}

export class FileInUseException extends Exception {
  static override status = 409
  static override code = 'E_FILE_IN_USE'

  constructor(places: string[]) {
    super(`This file is in use: ${places.join(', ')}. Take it out there first.`)
  }
}
