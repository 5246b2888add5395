const nearBottom = 48;

/**
 * Keeps the newest in sight, unless the reader has gone up to read: then `newest` offers the way down.
 * What is taller than the screen is shown from its beginning.
 */
export function createScroll(area, newest, anchor) {
  let following = true;
  let lastTop = 0;

  const distance = () => area.scrollHeight - area.clientHeight - area.scrollTop;
  area.addEventListener('scroll', () => {
    if (distance() < nearBottom) following = true;
    else if (area.scrollTop < lastTop - 2) following = false;
    lastTop = area.scrollTop;
    if (following && distance() < nearBottom) newest.hidden = true;
  });
  const follow = () => {
    const bottom = area.scrollHeight - area.clientHeight;
    const start = anchor()?.offsetTop ?? bottom;
    area.scrollTop = Math.max(0, Math.min(bottom, start - 12));
    lastTop = area.scrollTop;
  };
  const toBottom = () => {
    following = true;
    area.scrollTop = area.scrollHeight;
    newest.hidden = true;
  };
  newest.addEventListener('click', toBottom);
  new ResizeObserver(() => following && distance() < area.clientHeight / 2 && follow()).observe(area);
  return {
    toBottom,
    /** Something was added below. */
    added: () => {
      if (following) follow();
      newest.hidden = distance() < nearBottom;
    },
    /** Something was added above: what is being read stays where it is. */
    keeping: (change) => {
      const fromBottom = area.scrollHeight - area.scrollTop;
      change();
      area.scrollTop = area.scrollHeight - fromBottom;
      lastTop = area.scrollTop;
    },
  };
}
