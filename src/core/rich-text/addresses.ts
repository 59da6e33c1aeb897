/** Web addresses in text: where they end and whether they may become links. */

const HOST = /https?:\/\/[A-Za-z0-9-]{1,63}\.[A-Za-z0-9]/iy;
// The length is bounded so that addresses that are refused cost little.
const BARE = /https?:\/\/(?:\\[_%#&~]|[A-Za-z0-9\-._~:/?#[\]@!&'()*+,;=%]){1,500}/iy;

/** An address found in running text. */
export interface BareAddress {
  readonly href: string;
  readonly end: number;
}

/**
 * The `http:` or `https:` address that starts at `from`, without the punctuation that belongs to
 * the sentence, or `null`. TeX escapes (`\_`) stand for the character. The host must have a dot:
 * `https://github. com/x` is a damaged address, and half of it leads nowhere.
 */
export function bareAddress(source: string, from: number, limit: number): BareAddress | null {
  HOST.lastIndex = from;
  if (!HOST.test(source)) return null;
  BARE.lastIndex = from;
  const found = BARE.exec(source)?.[0].slice(0, limit - from);
  if (found === undefined) return null;
  const whole = withoutTrailingPunctuation(found);
  const href = safeAddress(unescapeAddress(whole));
  return href === null ? null : { href, end: from + whole.length };
}

/**
 * The address when a link may lead there, else `null`: absolute, `http:` or `https:`, a host with a
 * dot, no user name (`https://bank.example@evil.example`), no white space or control characters.
 */
export function safeAddress(address: string): string | null {
  if (!/^https?:\/\/[^\s"<>\\^`{|}\p{Cc}\p{Cf}\p{Cs}]+$/iu.test(address)) return null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  return /[^.]\.[^.]/.test(url.hostname) ? address : null;
}

/** An address as TeX writes it (`a\_b`, `\%`), without the backslashes. */
export function unescapeAddress(tex: string): string {
  return tex.replace(/\\([_%#&~])/g, "$1");
}

function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  let round = balance(address, "(", ")");
  let square = balance(address, "[", "]");
  for (; end > 0; end--) {
    const last = address[end - 1];
    if (last === ")" && round < 0) round++;
    else if (last === "]" && square < 0) square++;
    else if (!/[.,;:!?'*\\]/.test(last ?? "")) break;
  }
  return address.slice(0, end);
}

function balance(text: string, open: string, close: string): number {
  let depth = 0;
  for (const character of text) depth += character === open ? 1 : character === close ? -1 : 0;
  return depth;
}
