/**
 * What a page of the site may load and do: https://www.w3.org/TR/CSP3/. Astro adds the hashes of the
 * scripts and styles that it writes into a page. Nothing comes from another host, no script and no
 * style stands in an attribute.
 */
import type { AstroUserConfig } from "astro";

type Policy = Exclude<NonNullable<AstroUserConfig["security"]>["csp"], boolean | undefined>;

/** Value of `security.csp` in Astro's configuration. The development server sends none. */
export const contentSecurityPolicy: Policy = {
  directives: [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
  ],
  // Pagefind searches in WebAssembly.
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
};
