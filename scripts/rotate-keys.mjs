// Gives the access tokens of `npm start` a new key and keeps the present one as a previous one. What `ace keys:rotate`
// prints for an operator, this writes into the file of settings.
import { join } from 'node:path'
import { rotateSigningKey } from './stack/settings.mjs'
import { root } from './workspace.mjs'

rotateSigningKey(process.env.ENV_FILE || join(root, '.env'))
console.log('The new key signs from the next start on. Tokens of the one before stay good until they end.')
