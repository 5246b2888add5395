"""A bot on python-telegram-bot: what the fake says, as another client of the Bot API understands it.

Prints one JSON line for everything it sees. Called with the server's address, a token and a wrong token.
"""

import base64
import json
import sys

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, error
from telegram.constants import ChatAction
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters

API_ROOT, TOKEN, WRONG_TOKEN = sys.argv[1:4]
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def tell(**what):
    print(json.dumps(what), flush=True)


def told(failure):
    kind = type(failure).__name__
    wait = getattr(failure, "_retry_after", None)
    return {"error": kind, "words": failure.message, "wait": wait.total_seconds() if wait else None}


async def attempt(name, call):
    try:
        tell(attempt=name, done=bool(await call))
    except error.TelegramError as failure:
        tell(attempt=name, **told(failure))


async def on_text(update, context):
    message, bot = update.message, context.bot
    chat = message.chat_id
    match message.text:
        case "menu":
            rows = [[InlineKeyboardButton("Red", callback_data="c:red"), InlineKeyboardButton("Blue", callback_data="c:blue")]]
            sent = await message.reply_html("<b>Pick</b> &amp; go", reply_markup=InlineKeyboardMarkup(rows))
            tell(sent=sent.message_id, text=sent.text, html=sent.text_html, sender=sent.from_user.username)
        case "photo":
            sent = await bot.send_photo(chat, PNG, caption="<i>A dot</i>", parse_mode="HTML")
            tell(photo=[sent.photo[-1].width, sent.photo[-1].height], caption=sent.caption_html)
            again = await bot.send_photo(chat, sent.photo[-1].file_id)
            tell(again=again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id)
        case "mistakes":
            long_data = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="ä" * 33)]])
            await attempt("long text", bot.send_message(chat, "x" * 4097))
            await attempt("long caption", bot.send_photo(chat, PNG, caption="x" * 1025))
            await attempt("empty text", bot.send_message(chat, " \n "))
            await attempt("broken html", bot.send_message(chat, "<b>x", parse_mode="HTML"))
            await attempt("long data", bot.send_message(chat, "x", reply_markup=long_data))
            await attempt("no photo", bot.send_photo(chat, b"<svg/>"))
            await attempt("unknown chat", bot.send_message(123456, "x"))
            await attempt("unknown message", bot.edit_message_text("x", chat, 999))
            await attempt("unknown action", bot.send_chat_action(chat, "singing"))
            await attempt("unknown press", bot.answer_callback_query("1"))
            await attempt("unknown method", bot.do_api_request("sendTelepathy"))
            await attempt("4096 characters", bot.send_message(chat, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML"))
            await attempt("typing", bot.send_chat_action(chat, ChatAction.TYPING))
            tell(mistakes="over")
        case "quit":
            context.application.stop_running()
        case words:
            await attempt("echo", message.reply_text(words))


async def on_press(update, context):
    query = update.callback_query
    tell(pressed=query.data, below=query.message.message_id, instance=query.chat_instance)
    await query.answer("Noted")
    edited = await query.edit_message_text(f"You took {query.data}")
    tell(edited=edited.text, keyboard=edited.reply_markup is not None)
    await attempt("same again", query.edit_message_text(f"You took {query.data}"))


async def start(application):
    tell(me=application.bot.username, id=application.bot.id)
    async with Bot(TOKEN, base_url=f"{API_ROOT}/bot") as bot:
        await attempt("unread", bot.get_updates(timeout=0))
    try:
        async with Bot(WRONG_TOKEN, base_url=f"{API_ROOT}/bot"):
            tell(attempt="wrong token", done=True)
    except error.TelegramError as failure:
        tell(attempt="wrong token", **told(failure))


application = Application.builder().token(TOKEN).base_url(f"{API_ROOT}/bot").post_init(start).build()
application.add_handler(MessageHandler(filters.TEXT, on_text))
application.add_handler(CallbackQueryHandler(on_press))
application.run_polling(timeout=5, poll_interval=0, drop_pending_updates=False)
tell(over=True)
