import { Refusal } from '#core/exceptions/refusal'

export class UnsupportedMediaTypeException extends Refusal {
  static override status = 415
  static override code = 'E_UNSUPPORTED_MEDIA_TYPE'
}
