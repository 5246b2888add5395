/** Letters and endings that a language is known by where none of its common words is. English and German by sounds they write alike nowhere else. */
export const letterHabits: readonly (readonly [language: string, pattern: RegExp])[] = [
  ['es', /[ñ¿¡]|ll|ción|[áéíóú]n\b|ie[nrt]|ue[lnrs]|z[ao]\b|oy\b/gu],
  ['pt', /[ãõâêôç]|lh|nh|ção|[aeo]i[ao]\b|[aeo]m\b|ss|ou\b|j[ao]\b/gu],
  ['de', /[äöüß]|sch|ch[ts]|ck|tz|ei[nst]|en\b|ie[rdb]|ung\b/gu],
  ['en', /\bth|sh|ing\b|ee|oo[kt]|w[aeho]|[aeiou]y\b|ght|ck\b/gu],
  ['hi', /aa|kh|bh|dh|hi\b|[ae]ye|iy[ae]|oo?n\b|h[aoe]i?\b/gu],
];
