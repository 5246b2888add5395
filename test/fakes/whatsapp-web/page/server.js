// The line to the phone's server, which also serves these files.

export const phone = new URL(import.meta.url).origin;

/** Whose page this is, and how it is to misbehave. */
export const account = {};

/** One after the other, as they were told. */
let telling = Promise.resolve();

export function tell(what) {
  const told = telling.then(async () => {
    const answer = await fetch(`${phone}/tell`, { method: 'POST', body: JSON.stringify(what) });
    return answer.json();
  });
  telling = told.catch(() => {});
  return told;
}
