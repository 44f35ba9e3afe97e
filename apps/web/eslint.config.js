import { web } from '@gantry/eslint-config'

export default web(import.meta.dirname)
