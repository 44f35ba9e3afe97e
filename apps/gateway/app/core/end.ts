import { prettyPrintError } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'

/** Ends the process with the application: a client whose server is away may neither close nor let the process go. */
export async function end(app: ApplicationService) {
  try {
    await app.terminate()
  } catch (error) {
    process.exitCode = 1
    await prettyPrintError(error)
  }
  process.exit()
}
