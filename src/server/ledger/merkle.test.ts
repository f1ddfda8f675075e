import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merkleProof, merkleRoot, provesInclusion } from './merkle.ts'

const leaf = (n: number): Buffer => createHash('sha256').update(String(n)).digest()

test('every leaf proves its inclusion, and no other leaf does with its proof', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, at) => {
      const leaves = Array.from({ length: size }, (_, n) => leaf(n))
      const index = at % size
      const root = merkleRoot(leaves)
      const proof = merkleProof(leaves, index)
      expect(provesInclusion(leaf(index), proof, root)).toBe(true)
      expect(provesInclusion(leaf(size), proof, root)).toBe(false)
    }),
  )
})

test('a leaf changed, removed, added or moved changes the root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (size, at) => {
      const leaves = Array.from({ length: size }, (_, n) => leaf(n))
      const index = at % size
      const root = merkleRoot(leaves)
      const other = (index + 1) % size
      const changed = leaves.with(index, leaf(99))
      const moved = leaves.with(index, leaves[other] as Buffer).with(other, leaves[index] as Buffer)
      for (const list of [changed, leaves.toSpliced(index, 1), [...leaves, leaf(99)], moved])
        expect(merkleRoot(list).equals(root)).toBe(false)
    }),
  )
})
