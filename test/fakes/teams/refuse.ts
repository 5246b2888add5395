/** Why Teams would not take an activity, in the connector's words; `null` when it would. */
export function refusalOf(body: string): { readonly status: number; readonly code: string } | null {
  // learn.microsoft.com/microsoftteams, "Create Incoming Webhooks": 28 KB, in UTF-16 ("Format your bot messages").
  if (body.length * 2 > 28 * 1024) return { status: 413, code: 'MessageSizeTooBig' };
  const faults = faultsIn(JSON.parse(body));
  return faults === null ? null : { status: 400, code: faults };
}

type Read = Readonly<Record<string, unknown>>;

function faultsIn(activity: Read): string | null {
  if (activity['type'] === 'typing') return null;
  if (activity['type'] !== 'message') return 'BadSyntax';
  const { text, attachments } = activity as { text?: unknown; attachments?: unknown };
  const hasWords = typeof text === 'string' && text.trim() !== '';
  const all = Array.isArray(attachments) ? (attachments as readonly Read[]) : [];
  if (!hasWords && all.length === 0) return 'BadArgument';
  if (!JSON.stringify(activity).isWellFormed() || /\\ud[89a-f]/iu.test(JSON.stringify(activity))) return 'BadSyntax';
  return all.map(attachmentFault).find((fault) => fault !== null) ?? null;
}

function attachmentFault({ contentType, contentUrl, content }: Read): string | null {
  if (contentType === 'application/vnd.microsoft.card.adaptive') return cardFault(content as Read);
  if (!/^image\/(png|jpeg|gif|\*)$/u.test(String(contentType))) return 'UnsupportedAttachment';
  return /^(https?:\/\/|data:image\/(png|jpeg|gif);base64,)/u.test(String(contentUrl)) ? null : 'InvalidImageUrl';
}

/** "Cards reference": version 1.5 at most, 6 buttons at most. */
function cardFault({ type, version, body, actions = [] }: Read): string | null {
  if (type !== 'AdaptiveCard' || version !== '1.5' || !Array.isArray(body)) return 'InvalidCard';
  const faults = [...(body as Read[]).map(elementFault), actionsFault(actions)];
  return body.length === 0 && (actions as unknown[]).length === 0
    ? 'EmptyCard'
    : (faults.find((fault) => fault !== null) ?? null);
}

function elementFault(element: Read): string | null {
  const { type, columns, items, inlines, actions, url, selectAction } = element;
  if (selectAction !== undefined && actionFault(selectAction as Read) !== null) return 'InvalidAction';
  switch (type) {
    case 'ColumnSet':
    case 'Column':
    case 'Container':
      return firstFault(((columns ?? items) as Read[]).map(elementFault));
    case 'RichTextBlock':
      return firstFault((inlines as (string | Read)[]).map(inlineFault));
    case 'Image':
      return /^https?:\/\//u.test(String(url)) ? null : 'InvalidImageUrl';
    case 'ActionSet':
      return actionsFault(actions);
    default:
      return 'InvalidElement';
  }
}

function inlineFault(inline: string | Read): string | null {
  if (typeof inline === 'string') return null;
  return inline['type'] === 'TextRun' && typeof inline['text'] === 'string' ? null : 'InvalidInline';
}

function actionsFault(actions: unknown): string | null {
  if (!Array.isArray(actions) || actions.length > 6) return 'TooManyActions';
  return firstFault((actions as Read[]).map(actionFault));
}

function actionFault({ type, title, data, url }: Read): string | null {
  if (type === 'Action.OpenUrl') return /^(https?|mailto|tel):/iu.test(String(url)) ? null : 'InvalidAction';
  const isGood =
    type === 'Action.Submit' && typeof title === 'string' && title.trim() !== '' && typeof data === 'object';
  return isGood ? null : 'InvalidAction';
}

function firstFault(faults: readonly (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}
