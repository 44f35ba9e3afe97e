import { stableId } from '../ids.ts'
import type { SeedFile } from './seed.ts'

const picture = (name: string, title: string, description: string): SeedFile => ({
  key: `files:${name}`,
  id: imageId(name),
  name: `${name}.webp`,
  path: new URL(`./images/${name}.webp`, import.meta.url),
  title,
  description,
})

export const imageId = (name: string): string => stableId(`files:${name}`)

export const seedFiles: SeedFile[] = [
  picture(
    'yard',
    'The yard',
    'A lattice gantry crane lowers an orange container into the gap between stacks of grey ones.',
  ),
  picture('lattice', 'Lattice', 'Girders and towers of steel lattice, joined by orange bolts.'),
  picture(
    'plan',
    'Plan of the yard',
    'A container yard from above, a gantry crane with an orange trolley across it.',
  ),
  picture(
    'one-door',
    'One door',
    'A wall of dark lattice with a single tall orange gate in it, and a white container in the gate.',
  ),
  picture(
    'one-truth-per-fact',
    'One truth per fact',
    'One stack ends in an orange container; arrows lead from it to dashed outlines on three other stacks.',
  ),
  picture(
    'lost-webhooks',
    'A gap in the row',
    'A row of containers with one missing; a crane brings an orange one to the dashed gap.',
  ),
  picture(
    'stale-beats-down',
    'Stale beats down',
    'A crane drawn in dashed lines, away for now, beside stacked containers under a lit orange lamp.',
  ),
  picture(
    'drafts-are-versions',
    'Drafts are versions',
    'A crane holds the orange outline of a container with lines of writing above a finished stack.',
  ),
  picture(
    'quiet-sessions',
    'Quiet sessions',
    'Wagons pass on five tracks under a lattice gate; a sensor on it notices only the orange one.',
  ),
  picture(
    'what-a-ledger-is-for',
    'What a ledger is for',
    'A crane sets an orange container on top of a wall of containers stacked row by row.',
  ),
  picture('mara-lindqvist', 'Mara Lindqvist', 'Drawn portrait of Mara Lindqvist, with short dark hair.'),
  picture(
    'tomas-reyes',
    'Tomás Reyes',
    'Drawn portrait of Tomás Reyes, with glasses and an orange hard hat.',
  ),
]
