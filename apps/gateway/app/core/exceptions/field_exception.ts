import { errors } from '@vinejs/vine'
import { type FieldKey, type Filling, t } from '#core/language'

/** A 422 about one field, for what only the database or another system can know. */
export class FieldException extends errors.E_VALIDATION_ERROR {
  /** @param key of `resources/lang/<language>/fields.json` */
  constructor(field: string, key: FieldKey, values?: Filling) {
    const sentence = () => t(`fields.${key}`, values)
    super([
      {
        field,
        rule: 'refused',
        // Put into words by who reads it: a file on its way is refused outside of the request's own context.
        get message() {
          return sentence()
        },
      },
    ])
  }
}
