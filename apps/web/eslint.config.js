import { web } from '@gantry/eslint-config'

export default web(import.meta.dirname, {
  translated: ['app/components/site/**/*.vue', 'app/layouts/*.vue', 'app/error.vue'],
})
