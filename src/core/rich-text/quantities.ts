/** Quantities as the siunitx package writes them. */
import type { Found } from "./arguments.ts";
import type { NodeList } from "./nodes.ts";
import type { Parser, Scope } from "./parse.ts";

const UNITS: ReadonlyMap<string, string> = new Map(
  (
    "percent=% times=× second=s minute=min hour=h day=d meter=m metre=m gram=g kilo=k mega=M " +
    "giga=G tera=T milli=m micro=µ nano=n pico=p byte=B bit=bit hertz=Hz watt=W volt=V joule=J " +
    "kelvin=K celsius=°C degreeCelsius=°C degree=° newton=N pascal=Pa litre=L liter=L ampere=A " +
    "electronvolt=eV square=² per=/ centi=c kilogram=kg millisecond=ms kilometer=km " +
    "micrometer=µm nanometer=nm millimeter=mm centimeter=cm"
  )
    .split(" ")
    .map((pair) => pair.split("=", 2) as [string, string]),
);

/** A unit as the siunitx package writes it (`\milli\second`), as people write it (`ms`). */
function unitSymbol(tex: string): string | null {
  const written = tex.replace(
    /\\([A-Za-z]+)\s*/g,
    (whole, name: string) => UNITS.get(name) ?? whole,
  );
  return /[\\{}]/.test(written) ? null : written;
}

/** `\SI{10}{\second}`, `\num{5}`: a number, a narrow space, a unit. */
export function readQuantity(
  parser: Parser,
  { at, behind }: Found,
  scope: Scope,
  into: NodeList,
): number {
  const { source } = parser;
  let end = behind;
  const parts: string[] = [];
  for (let next = parser.argumentEnd(end, scope); next >= 0 && parts.length < 2;) {
    const part = unitSymbol(source.slice(end + 1, Math.min(next - 1, end + 200)));
    if (part === null) return -1;
    parts.push(part);
    end = next;
    next = parser.argumentEnd(end, scope);
  }
  if (parts.length === 0) return -1;
  const close = /^[%°×]/.test(parts[1] ?? "");
  into.replaced(parts.join(close ? "" : "\u202f"), at, end);
  return end;
}
