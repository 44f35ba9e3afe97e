import { web } from '@gantry/eslint-config'

export default web(import.meta.dirname, {
  translated: [
    'app/{error,app}.vue',
    'app/layouts/*.vue',
    'app/pages/*.vue',
    'app/pages/{blog,docs,login}/**/*.vue',
    'app/components/{account,blocks,blog,docs,form,pricing,site}/**/*.vue',
  ],
})
