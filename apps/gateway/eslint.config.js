import { gateway } from '@gantry/eslint-config'

export default [
  ...gateway(import.meta.dirname),
  {
    // The framework learns of its connections, stores and guards by empty interfaces that extend their types.
    files: ['config/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  // There `table.check` adds a constraint.
  { files: ['database/migrations/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
]
