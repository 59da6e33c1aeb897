/** Numbers as readers of English expect them. One formatter: making it costs more than using it. */
const formatter = new Intl.NumberFormat("en");

/** `10080` as "10,080". */
export function inDigits(value: number): string {
  return formatter.format(value);
}

/** "1 result", "10,080 results". */
export function inResults(value: number): string {
  return `${inDigits(value)} ${value === 1 ? "result" : "results"}`;
}

/** "1 paper", "10,080 papers". */
export function inPapers(value: number): string {
  return `${inDigits(value)} ${value === 1 ? "paper" : "papers"}`;
}
