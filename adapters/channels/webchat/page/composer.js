/**
 * The line to write in: Enter sends, Shift+Enter begins a new line, and it grows with what is written. `isFull` says whether
 * something goes out beside the words.
 */
export function createComposer({ form, field, isFull = () => false }, send) {
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  const submit = () => {
    const text = field.value.trim();
    field.focus();
    if (text === '' && !isFull()) return;
    field.value = '';
    grow();
    send(text);
  };
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    // While a word is being composed (Japanese, Chinese), Enter picks it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
}
