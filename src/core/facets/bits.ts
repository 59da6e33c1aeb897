/** Sets of places in a list, one bit a place: a set of 10,000 papers has 1.3 kB, two meet in no time. */

/** A set of places from 0; sets that meet must be of one length. */
export type Bits = Uint32Array;

/** The empty set, with room for `size` places. */
export function noBits(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32));
}

/** The set of all places below `size`. */
export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff);
  const last = bits.length - 1;
  if (size % 32 !== 0) bits[last] = 0xffffffff >>> (32 - (size % 32));
  return bits;
}

/** Puts a place into a set. */
export function addBit(bits: Bits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

/** Whether a place is in a set. */
export function hasBit(bits: Bits, place: number): boolean {
  return ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

/** Places in at least one of the sets. */
export function union(sets: readonly Bits[], size: number): Bits {
  const result = noBits(size);
  for (const set of sets) {
    for (let at = 0; at < result.length; at += 1) result[at] = (result[at] ?? 0) | (set[at] ?? 0);
  }
  return result;
}

/** Places in all of the sets; all places when there is no set. */
export function intersection(sets: readonly Bits[], size: number): Bits {
  const result = allBits(size);
  for (const set of sets) {
    for (let at = 0; at < result.length; at += 1) result[at] = (result[at] ?? 0) & (set[at] ?? 0);
  }
  return result;
}

/** Places that are not in the set. */
export function complement(set: Bits, size: number): Bits {
  return allBits(size).map((word, at) => word & ~(set[at] ?? 0));
}

/** Number of places that two sets share; with one set, of its places. */
export function countBits(a: Bits, b: Bits = a): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    // Bits are added up in pairs, fours and bytes; the product adds up the bytes in its first.
    let word = (a[at] ?? 0) & (b[at] ?? 0);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The places of a set, ascending. */
export function placesOf(bits: Bits): number[] {
  const places: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      places.push(at * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return places;
}
