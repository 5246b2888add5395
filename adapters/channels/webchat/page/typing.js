const longestMs = 20_000;

/** The three dots: until something comes, or it has lasted too long to be true. */
export function createTyping(element, onChange) {
  let timer;
  const hide = () => {
    clearTimeout(timer);
    element.hidden = true;
  };
  return {
    hide,
    show: () => {
      clearTimeout(timer);
      element.hidden = false;
      timer = setTimeout(hide, longestMs);
      onChange();
    },
  };
}
