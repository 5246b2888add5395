/** Pictures speak in every language. Chosen and valued by us, −4 to 4. */
const valued = {
  3: '😍 🥰 ❤ 💖 💕 😘 🤩 🎉 💯 🏆 ♥ 💗 💜 💙 💚 🧡 💛 💓 💘 💝',
  2: '😀 😃 😄 😁 😊 🙂 😆 😂 🤣 👍 👏 🙌 😻 🤗 😇 🥳 ✨ 💪 👌 🌟 ⭐ 😎 🙏 ✅ ☺ 🤟',
  1: '😉 😋 😜 🙃 😏 🤝',
  '-1': '😐 😑 😕 😒 🙁 ☹ 🤔 😬 🤨 🙄 😶',
  '-2': '😞 😔 😟 😢 😩 😫 😖 😣 😥 😓 🤦 👎 ❌ 😠 😰 💔 😪 😤',
  '-3': '😡 🤬 😭 💩 🤮 🤢 👿 🖕 😱',
};

export const emojiValues: ReadonlyMap<string, number> = new Map(
  Object.entries(valued).flatMap(([value, pictures]) =>
    pictures.split(' ').map((picture) => [picture, Number(value)] as const),
  ),
);
