// Whether this device is linked, and its connection.

import { load } from './chats.js';
import { createWid, Emitter } from './models.js';
import { account, tell } from './server.js';

class Socket extends Emitter {
  state = 'OPENING';

  become(state) {
    this.state = state;
    this.trigger('change:state', this, state);
  }

  /** Whoever waits to hear that all is loaded hears it, though it had been loaded before. */
  heardOf(names) {
    if (names === 'change:hasSynced' && this.isLoaded) setTimeout(() => this.trigger('change:hasSynced', this, true));
  }
}

export const socket = new Socket();
const conn = Object.assign(new Emitter(), {
  ref: '',
  serialize: () => ({ pushname: 'The shop', platform: 'android' }),
});
const cmd = Object.assign(new Emitter(), { refreshQR: () => startCodes() });

export const isLinked = () => localStorage.getItem('linked') !== null;

/** As long as WhatsApp's own, so that the code is as large. */
function newRef() {
  const noise = [...crypto.getRandomValues(new Uint8Array(72))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  conn.ref = `2@${noise.slice(0, 104)}`;
  tell({ kind: 'ref', ref: conn.ref });
}

export function startCodes() {
  newRef();
  conn.trigger('change:ref', conn, conn.ref);
  if (socket.state !== 'UNPAIRED') socket.become('UNPAIRED');
}

export async function link() {
  localStorage.setItem('linked', account.me);
  socket.become('PAIRING');
  await load();
  socket.become('CONNECTED');
  cmd.trigger('offline_progress_update_from_bridge');
  finishLoading();
}

export function finishLoading() {
  if (account.neverSyncs) return;
  socket.isLoaded = true;
  socket.trigger('change:hasSynced', socket, true);
}

export function unlink() {
  localStorage.clear();
  cmd.trigger('logout');
  location.reload();
}

const key = { pubKey: new Uint8Array(32).fill(7) };

export const accountModules = {
  WAWebSocketModel: { Socket: socket },
  WAWebConnModel: { Conn: conn },
  WAWebCmd: { Cmd: cmd },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {},
  WABase64: { encodeB64: (bytes) => btoa(String.fromCharCode(...bytes)) },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: key }) } },
  WAWebSignalStoreApi: { waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: key }) } },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => btoa(String.fromCharCode(...key.pubKey)) },
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => createWid(account.me),
    getMaybeMeLidUser: () => createWid('990000000000001@lid'),
  },
};
