/**
 * Branded identifiers: a plain string cannot stand where one of these is asked for, so an id of one
 * kind never lands in the place of another. They are made only where the text is checked.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Slug of a paper's title: its address, for ever. */
export type PaperId = Branded<"PaperId">;
/** Identifier of a list: from `lists.yaml`, else the slug of its file name. */
export type ListId = Branded<"ListId">;
/** Identifier of a technique in the vocabulary (kebab case). */
export type TechniqueId = Branded<"TechniqueId">;
/** Identifier of a family of techniques (kebab case). */
export type FamilyId = Branded<"FamilyId">;
/** arXiv identifier without version: `2601.21611` or, before April 2007, `cs/0701001`. */
export type ArxivId = Branded<"ArxivId">;
