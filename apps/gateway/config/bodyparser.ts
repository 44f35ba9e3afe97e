import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  json: {
    limit: '1mb',
    types: ['application/json'],
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
  },
  form: { types: [] },
  raw: { types: [] },
  // Nothing is read ahead of a controller: uploads are streamed by the routes that take them.
  multipart: { autoProcess: false, types: ['multipart/form-data'] },
})
