/** Facets as they are offered to a reader: what there is to choose, and how many papers it gives. */
import type { Role } from "../model.ts";
import type { FacetName } from "./selection.ts";

/** One value of a facet. */
export interface FacetValue {
  /** As addresses name it. */
  readonly id: string;
  readonly label: string;
  /** Papers that have it, given the other choices; `null` when that is not known. */
  readonly count: number | null;
  /** Id of a technique's family, for its hue. */
  readonly family?: string;
}

/** A facet whose values are ticked. */
export interface Facet {
  readonly name: FacetName;
  /** As its legend, in the plural: "Years". */
  readonly label: string;
  readonly values: readonly FacetValue[];
}

/** All facets of a page, in the order in which they are shown. */
export interface Facets {
  /** Most frequent first: only the first are shown at first. */
  readonly techniques: readonly FacetValue[];
  /** Papers for each role; `null` where the role cannot be chosen. */
  readonly roles: Readonly<Record<Role, number | null>> | null;
  readonly facets: readonly Facet[];
}
