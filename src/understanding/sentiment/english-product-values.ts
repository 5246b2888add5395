/** How words sound that are said of goods and shops, and that no general list knows; chosen and valued by us, −4 to 4. */
export const productValues: Readonly<Record<string, string>> = {
  '-3.5': 'scammer scammers crappy unusable',
  '-3': 'defective unreliable shoddy overpriced unacceptable ripoff rip-off junky lousy unresponsive',
  '-2.5':
    'flimsy broke broken faulty malfunction malfunctions malfunctioned malfunctioning breaks ruined unhelpful misleading disappointing misled shattered',
  '-2': 'cracked cracks crack torn ripped scratched scratches dented stained faded fades leaks leaking leaked leaky glitch glitches glitchy buggy bug bugs crash crashes crashed crashing freezes froze stuck jammed jams overheats overheated overheating overheat damaged missing wasted crummy unclear inconvenient unsatisfied dissatisfied inferior complaint complaints complained complain complaining mediocre cheaply fragile',
  '-1.5':
    'bulky clunky awkward cumbersome grainy blurry fuzzy noisy slow slower sluggish laggy lag lags flaw flaws flawed drawback drawbacks downside downsides wrong incorrect expensive pricey costly scratchy stiff tinny muffled distorted distortion lousy tiny hassle nuisance limited lacks uncomfortable delayed late',
  '-1': 'unfortunately however heavy loud plastic-y dim tedious tricky stopped stops stop quirk quirks outdated skips skipped skipping',
  '1': 'lightweight compact portable affordable reasonable reasonably inexpensive works simple adjustable decent adequate plenty updated upgrade quick quickly quiet smooth fast faster',
  '1.5':
    'sturdy durable reliable crisp sleek solid sharp accurate accurately flawless responsive intuitive versatile convenient ergonomic stylish easy easier easily long-lasting well-made user-friendly bargain recommend recommended recommending comfortably smoothly handy crystal-clear vivid clear clearly clearer bright',
  '2.5': 'flawlessly highly-recommended superbly top-notch high-quality hassle-free perfectly',
  '3': 'outstandingly unbeatable must-have gorgeous stunning',
};
