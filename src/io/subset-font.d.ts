/** What this project uses of `subset-font`, which comes without types: https://github.com/papandreou/subset-font. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: {
      readonly targetFormat: "woff2" | "sfnt";
      readonly keepFeatures: readonly string[];
      readonly variationAxes?: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >;
      readonly noHinting?: boolean;
    },
  ): Promise<Uint8Array>;
}
