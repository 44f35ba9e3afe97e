import { web } from '@gantry/eslint-config'

export default web(import.meta.dirname, {
  translated: [
    'app/{error,app}.vue',
    'app/layouts/*.vue',
    'app/pages/*.vue',
    'app/pages/{blog,docs,login}/**/*.vue',
    'app/components/{account,blocks,blog,docs,form,pricing,site}/**/*.vue',
    'app/components/dashboard/*.vue',
    'app/components/admin/{A*,Back,Choice,E*,F*,H*,N*,O*,Pages,ReasonDialog,S*,Table,U*}.vue',
    'app/pages/dashboard/index.vue',
    'app/pages/dashboard/organizations/*.vue',
    'app/pages/admin/*.vue',
    'app/pages/admin/{organizations,users}/*.vue',
  ],
})
