import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'

let document: Promise<string> | undefined

export default class OpenapiController {
  async show({ response }: HttpContext) {
    document ??= readFile(new URL(import.meta.resolve('@gantry/api-contract/openapi.json')), 'utf8')
    response.header('Cache-Control', 'public, max-age=300')
    response.type('json').send(await document)
  }
}
