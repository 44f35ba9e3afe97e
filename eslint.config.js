import { scripts } from '@gantry/eslint-config'

export default scripts()
