const longestSide = 2048;

/**
 * A photo as it is sent: no larger than anybody looks at, and without what a camera writes into it (the place, the time). What
 * is no photo, or cannot be drawn, stays as it is.
 */
export async function shrunk(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    return (await drawn(file)) ?? file;
  } catch {
    return file;
  }
}

async function drawn(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  // A JPEG has no see-through places: they would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}
