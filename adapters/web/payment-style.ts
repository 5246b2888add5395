/** Of the pages around a payment: light, for a phone first. In the program, so that a page about money never stands without it. */
export const paymentStyle = `:root {
  color-scheme: light;
  --ground: #f6f5f2;
  --surface: #ffffff;
  --line: #e2dfd8;
  --ink: #1d211f;
  --soft: #5d645f;
  --accent: #0e6353;
  --accent-ink: #ffffff;
  --note: #fbf1d9;
  --note-line: #dfc88e;
  --note-ink: #5a4310;
  font:
    16px / 1.5 system-ui,
    -apple-system,
    "Segoe UI",
    Roboto,
    "Noto Sans",
    sans-serif;
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

body {
  margin: 0;
  min-height: 100dvh;
  background: var(--ground);
  color: var(--ink);
}

main {
  max-width: 30rem;
  margin: 0 auto;
  padding: 24px 16px calc(32px + env(safe-area-inset-bottom));
}

.shop {
  margin: 0 0 4px;
  color: var(--soft);
  overflow-wrap: anywhere;
}

h1 {
  margin: 0 0 16px;
  font-size: 1.5rem;
  line-height: 1.25;
}

.note {
  margin: 0 0 16px;
  padding: 12px 14px;
  border: 1px solid var(--note-line);
  border-radius: 12px;
  background: var(--note);
  color: var(--note-ink);
}

.card {
  padding: 4px 16px;
  border: 1px solid var(--line);
  border-radius: 16px;
  background: var(--surface);
}

table {
  width: 100%;
  border-collapse: collapse;
}

th,
td {
  padding: 12px 0;
  border-bottom: 1px solid var(--line);
  font-weight: 400;
  text-align: start;
  vertical-align: top;
  overflow-wrap: anywhere;
}

td {
  padding-inline-start: 16px;
  text-align: end;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}

.pieces {
  color: var(--soft);
}

tfoot th,
tfoot td {
  border-bottom: 0;
  font-size: 1.125rem;
  font-weight: 650;
}

form {
  display: grid;
  gap: 12px;
  margin: 20px 0 0;
}

button {
  min-height: 52px;
  padding: 12px 20px;
  border: 1px solid var(--accent);
  border-radius: 14px;
  background: var(--accent);
  color: var(--accent-ink);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}

button.other {
  border-color: var(--line);
  background: var(--surface);
  color: var(--ink);
}

button:hover {
  filter: brightness(0.96);
}

:focus-visible {
  outline: 3px solid #1769aa;
  outline-offset: 2px;
}

p {
  margin: 0 0 12px;
}

.small {
  margin-top: 16px;
  color: var(--soft);
  font-size: 0.9375rem;
}

a {
  color: var(--accent);
}
`;
