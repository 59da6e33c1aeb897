/**
 * The words by which a sentence shows what it does: claims, compares, denies. Patterns are in the
 * language of `pattern.ts`.
 */

/** The authors speak of their own work: the background is over. */
export const own: readonly string[] = [
  "(we | our | ours)",
  "(this | the present) (paper | work | study | article | report | survey | tutorial | thesis)",
  "(is | are) (proposed | introduced | presented)",
  "here ~1 (propose | introduce | present)",
  "to (address | tackle | bridge | overcome | mitigate | remedy | solve | resolve | fill | close | alleviate) (this | these | the | such | it | them)",
];

/** The authors say what they contribute. */
export const claims: readonly string[] = [
  "(we | paper | work | study | article | report | survey | and) ~3 (propos* | introduc* | present | develop* | design* | devis* | formulat* | describe | release | contribut* | build | construct | create | establish | study | investigat* | explor* | examin* | analyz* | revisit* | show | demonstrat* | argu* | identif* | conduct | perform | provide | offer | train | fine-tune | adopt | employ | leverage | extend | adapt | apply | use | utilize | combine | integrate | incorporate | unify | reformulate | rethink | reveal | find | discover | survey | review | evaluat* | benchmark | compar* | ask | aim | derive | prove | enhanc* | improv* | implement | optimize | launch | unveil | post-train)",
  "(is | are) (proposed | introduced | presented)",
  "our (method | approach | framework | model | paper | work | study | contribution | system | algorithm | pipeline | key | main | core | proposed | analysis | findings)",
];

/** What follows is not what the paper does. */
export const contrasts: readonly string[] = [
  "without",
  "rather than",
  "instead of",
  "in place of",
  "no (longer | need | additional | extra | further | external | explicit)?",
  "not (require | rely* | need | depend | involv* | use)",
  "(eliminat* | remov* | obviat* | avoid* | bypass* | circumvent* | alleviat* | reduc*) ~2 (need | requirement | reliance | dependence | dependency | necessity) (for | of | on)",
  "(avoid | avoids | avoiding | bypass* | circumvent* | forgo* | forego*)",
  "(replac* | eliminat*)",
  "alternative to",
  "(depart* | depart* away) from",
  "free of",
];

/** What follows, up to the comma, is what others do. */
export const departures: readonly string[] = [
  "unlike",
  "(in contrast | contrary | as opposed | opposed | contrasting) (to | with)",
];

/** What follows is what the paper is measured against. */
export const comparisons: readonly string[] = [
  "(outperform* | surpass* | exceed* | beat | beats | beating | outpac* | overtak*)",
  "(compared | comparison | relative | superior | comparable | competitive | equivalent | par | parity) (to | with | against | over)",
  "(better | higher | lower | faster | more | fewer | less | larger | smaller | greater | stronger) ~3 than",
  "than",
  "(compare | compares | comparing) ~6 (to | with | against)",
  "(orthogonal | complementary) to",
  "(improv* | gain | gains | advantage | superiority | advance) ~6 (over | upon)",
  "(versus | vs)",
  "(benchmark* | compar* | evaluat* | test* | validat*) ~1 against",
  "baseline ~2 (such as | like | including)",
  "(match | matches | matching | rival | rivals | rivaling) (or ~2)? the? (performance | quality | accuracy | result) of",
];

/** What follows, until the authors speak of themselves, is the work of others. */
export const othersWork: readonly string[] = [
  "(existing | prior | previous | current | traditional | conventional | earlier | mainstream | prevailing | most) ~3 (method | approach | work | study | technique | solution | effort | paradigm | defense | research | pipeline | framework | strategy | algorithm | literature)",
  "(inspired | motivated) by",
];

/** Words at which the reach of a contrast or a comparison ends. */
export const clauseEnds: ReadonlySet<string> = new Set(
  "while whereas which that who but by using via through when because since we our it this these so thus thereby yet however leading achieving".split(
    " ",
  ),
);

/** A sentence of figures. */
export const results: readonly string[] = [
  "(experiment | experimental | empirical*) ~3 (result* | show* | demonstrat* | confirm* | evaluation | validat* | study | analysis | across | on | indicat* | reveal*)",
  "(extensive | comprehensive | thorough) (experiment | evaluation)",
  "(achiev* | attain* | yield* | reach* | obtain*) ~6 (accuracy | state-of-the-art | sota | performance | score | gain | improvement | point)",
  "(outperform* | surpass*)",
  "(evaluation | result | experiment) (on | across | show | demonstrate | indicate | reveal | confirm)",
  "evaluated on",
];
