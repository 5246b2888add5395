import { badRequest, conflict } from './api-error.ts';
import { editMessageReplyMarkup, editMessageText } from './edit-methods.ts';
import { getFile } from './file-methods.ts';
import { sendInvoice } from './invoice-method.ts';
import type { Parameters } from './parameters.ts';
import { answerPreCheckoutQuery } from './payments.ts';
import { sendMessage, sendPhoto } from './send-methods.ts';
import type { ServerState } from './server-state.ts';
import { deleteWebhook, setWebhook } from './webhook-methods.ts';

export interface Call {
  readonly state: ServerState;
  readonly request: Parameters;
  readonly hangup: AbortSignal;
}

/** By lower-case name, for Telegram does not mind the case. */
export const methods: Readonly<Record<string, (call: Call) => unknown>> = {
  getme: ({ state }) => state.bot,
  getupdates: getUpdates,
  getwebhookinfo: ({ state }) => state.webhook.info(),
  setwebhook: ({ state, request }) => setWebhook(state, request),
  deletewebhook: ({ state, request }) => deleteWebhook(state, request),
  getfile: ({ state, request }) => getFile(state, request),
  sendinvoice: ({ state, request }) => sendInvoice(state, request),
  answerprecheckoutquery: ({ state, request }) => answerPreCheckoutQuery(state, request),
  sendmessage: ({ state, request }) => sendMessage(state, request),
  sendphoto: ({ state, request }) => sendPhoto(state, request),
  sendchataction: sendChatAction,
  sendmessagedraft: sendMessageDraft,
  editmessagetext: ({ state, request }) => editMessageText(state, request),
  editmessagereplymarkup: ({ state, request }) => editMessageReplyMarkup(state, request),
  answercallbackquery: answerCallbackQuery,
};

function getUpdates({ state, request, hangup }: Call) {
  if (state.webhook.hook()) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const limit = request.integer('limit') ?? 100;
  const allowed = request.json('allowed_updates');
  return state.queue.poll({
    offset: request.integer('offset') ?? 0,
    limit: limit >= 1 && limit <= 100 ? limit : 100,
    timeoutMs: Math.min(Math.max(request.integer('timeout') ?? 0, 0), 50) * 1000,
    allowed: Array.isArray(allowed) ? allowed.map(String) : null,
    hangup,
  });
}

const chatActions =
  /^(typing|upload_photo|record_video|upload_video|record_voice|upload_voice|upload_document|choose_sticker|find_location|record_video_note|upload_video_note)$/u;

function sendChatAction({ state, request }: Call): true {
  const { chat } = state.chats.forBot(request.integer('chat_id'));
  const action = request.text('action') ?? '';
  if (!chatActions.test(action)) throw badRequest('wrong parameter action in request');
  state.actions.push({ chat: chat.id, action });
  return true;
}

/** The draft of a chat goes with the bot's next message to it. */
function sendMessageDraft({ state, request }: Call): true {
  const { chat } = state.chats.forBot(request.integer('chat_id'));
  if (chat.type !== 'private') throw badRequest('drafts are for private chats');
  const id = request.integer('draft_id');
  if (id === null || id === 0) throw badRequest('draft_id must be non-zero');
  const text = request.text('text') ?? '';
  if (text.length > 4096) throw badRequest('message is too long');
  state.drafts.push({ chat: chat.id, id, text });
  return true;
}

function answerCallbackQuery({ state, request }: Call): true {
  const press = state.presses.get(request.text('callback_query_id') ?? '');
  if (!press) throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const text = request.text('text');
  if ((text ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG');
  press.answer = text;
  press.answered = true;
  return true;
}
