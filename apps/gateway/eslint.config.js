import { gateway } from '@gantry/eslint-config'

export default gateway(import.meta.dirname)
