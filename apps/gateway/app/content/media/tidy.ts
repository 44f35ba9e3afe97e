import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void

/** So many bytes may have passed before what they left behind is cleared away. */
const often = 8 * 1024 * 1024

/**
 * Clears away what passed through. V8 hardly counts the buffers that sockets read into, and would let twice its young
 * generation of them pile up, some 70 MB, though nothing holds them; this takes about a millisecond each time.
 *
 * @returns to be told of every piece
 */
export function tidily() {
  let passed = 0
  return ({ length }: Uint8Array) => {
    passed += length
    if (passed < often) return
    passed = 0
    collect({ type: 'minor' })
  }
}
