import { Exception } from '@adonisjs/core/exceptions'

export class UnsupportedMediaTypeException extends Exception {
  static override status = 415
  static override code = 'E_UNSUPPORTED_MEDIA_TYPE'
  static override message = 'Files are sent as a form: multipart/form-data.'
}
