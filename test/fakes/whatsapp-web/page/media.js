// Files out and in. The bytes are kept by the phone's server, as WhatsApp's are by its own.

import { isPicture } from './limits.js';
import { phone } from './server.js';

class OpaqueData {
  constructor(blob) {
    this.blob = blob;
  }
  static async createFromData(blob) {
    return new OpaqueData(blob);
  }
  url() {
    return 'blob:none';
  }
  autorelease() {}
  formData() {
    return this.blob;
  }
}

/** Its methods are no fields: the library spreads it into a message. */
class MediaData {
  constructor(fields) {
    Object.assign(this, fields);
  }
  set(more) {
    Object.assign(this, more);
  }
  toJSON() {
    const { mediaBlob, ...plain } = this;
    return plain;
  }
}

async function prepared(opaque) {
  const bytes = new Uint8Array(await opaque.blob.arrayBuffer());
  if (!isPicture(bytes)) throw new Error('media-fault: not a picture');
  lastUpload = bytes;
  const about = { type: 'image', mimetype: opaque.blob.type, size: bytes.length };
  return new MediaData({ ...about, filehash: `hash-${bytes.length}`, mediaBlob: opaque });
}

let lastUpload = new Uint8Array();

async function uploadMedia() {
  const answer = await fetch(`${phone}/upload`, { method: 'POST', body: lastUpload });
  if (!answer.ok) return {};
  return { mediaEntry: { directPath: await answer.text(), mediaKey: 'key', mmsUrl: 'https://mmg.example/x' } };
}

async function downloadAndMaybeDecrypt({ directPath }) {
  const answer = await fetch(`${phone}/media${directPath}`);
  if (!answer.ok) throw Object.assign(new Error('not found'), { status: answer.status });
  return answer.arrayBuffer();
}

export const mediaModules = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia: (opaque) => ({ waitForPrep: () => prepared(opaque) }) },
  WAWebMediaStorage: {
    getOrCreateMediaObject: (filehash) => ({ filehash, type: 'image', consolidate() {}, contentInfo: {} }),
  },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaMmsV4Upload: { uploadMedia },
  WAWebDownloadManager: { downloadManager: { downloadAndMaybeDecrypt } },
};
