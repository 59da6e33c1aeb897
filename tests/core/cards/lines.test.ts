import { describe, expect, it } from "vitest";
import { fitLines } from "../../../src/cards/lines.ts";

/** Every character is half as wide as the text is large. */
const measure = (text: string, size: number): number => ([...text].length * size) / 2;
const room = {
  width: 100,
  sizes: [
    { size: 20, most: 1 },
    { size: 10, most: 2 },
  ],
};

describe("fitLines", () => {
  it("sets a short text large, a longer one smaller", () => {
    expect(fitLines("ten chars!", room, measure)).toEqual({ lines: ["ten chars!"], size: 20 });
    expect(fitLines("a few more words", room, measure)).toEqual({
      lines: ["a few more words"],
      size: 10,
    });
  });

  it("makes lines even", () => {
    expect(fitLines("aaaa bbbb cccc dddd eeee", room, measure).lines).toEqual([
      "aaaa bbbb cccc",
      "dddd eeee",
    ]);
  });

  it("ends what is too long in an ellipsis, inside the width", () => {
    const { lines, size } = fitLines("word ".repeat(40), room, measure);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/word…$/);
    for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(room.width);
  });

  it("cuts a word that no line holds, and loses none of it", () => {
    const { lines } = fitLines("x".repeat(35), room, measure);
    expect(lines.join("")).toBe("x".repeat(35));
  });
});
