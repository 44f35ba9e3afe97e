import { mkdir, writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ContractGenerate extends BaseCommand {
  static override commandName = 'contract:generate'
  static override description = 'Write packages/api-contract from the routes, validators and transformers'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { generateContract } = await import('../contract/generate.js')
    const folder = new URL('../../packages/api-contract/', this.app.appRoot)
    await mkdir(new URL('src/', folder), { recursive: true })
    for (const [file, contents] of Object.entries(await generateContract())) {
      await writeFile(new URL(file, folder), contents)
    }
  }
}
