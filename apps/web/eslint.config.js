import { web } from '@gantry/eslint-config'

export default web(import.meta.dirname, {
  translated: [
    'app/{error,app}.vue',
    'app/layouts/*.vue',
    'app/pages/*.vue',
    'app/pages/{admin,blog,docs,login,preview}/**/*.vue',
    'app/pages/dashboard/{index,studio}.vue',
    'app/pages/dashboard/{billing,organizations}/**/*.vue',
    'app/components/{account,admin,billing,blocks,blog,dashboard,docs,editing,form,preview,pricing,site,studio}/**/*.vue',
  ],
})
