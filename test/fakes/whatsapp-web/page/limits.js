// What WhatsApp would refuse, or what no recipient would see.

const textMax = 4096;
const captionMax = 1024;

export function faultOf(message) {
  switch (message.type) {
    case 'chat':
      return textFault(message.body, textMax);
    case 'image':
      return message.caption ? textFault(message.caption, captionMax) : null;
    case 'poll_creation':
      return pollFault(message);
    default:
      return `a ${message.type} is not sent`;
  }
}

function textFault(text, max) {
  if (typeof text !== 'string' || text.trim() === '') return 'no text';
  return text.length > max ? `text of ${text.length}` : null;
}

function pollFault({ pollName, pollOptions, pollSelectableOptionsCount }) {
  const names = pollOptions.map(({ name }) => name);
  if (!pollName || pollName.length > 255) return 'poll without a name, or with too long a one';
  if (names.length < 2 || names.length > 12) return `poll of ${names.length} options`;
  if (names.some((name) => name === '' || name.length > 100)) return 'option of a wrong length';
  if (new Set(names).size !== names.length) return 'two equal options';
  return pollSelectableOptionsCount === 1 ? null : 'more than one answer';
}

export function isPicture(bytes) {
  const head = String.fromCharCode(...bytes.slice(0, 4));
  return head === '\x89PNG' || head.startsWith('\xff\xd8\xff') || head === 'RIFF';
}
