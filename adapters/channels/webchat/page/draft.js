const longestMs = 20_000;

/**
 * A bubble with what the answer is going to be. It stands beside the log and is hidden from screen readers: they hear that the shop is
 * writing, and then the answer, once. It goes with the answer, or when nothing more comes.
 */
export function createDraft(element, onChange) {
  let timer;
  const hide = () => {
    clearTimeout(timer);
    element.hidden = true;
    element.firstElementChild.textContent = '';
  };
  return {
    hide,
    show: (text) => {
      clearTimeout(timer);
      element.firstElementChild.textContent = text;
      element.hidden = false;
      timer = setTimeout(hide, longestMs);
      onChange();
    },
  };
}
