import type { InboundContent } from './inbound.ts';

/** What a shopper did, as a line for the merchant to read; their own words as they are, all else in brackets. */
export function inboundWords(content: InboundContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'choice':
      return `[${content.label ?? content.id}]`;
    case 'location':
      return `[place ${content.latitude}, ${content.longitude}]`;
    case 'contact':
      return `[contact ${content.name ?? content.phone}]`;
    case 'opened':
      return '[opened the chat]';
    case 'media':
      return [`[${content.kind}]`, content.caption, content.heard].filter(Boolean).join(' ');
    case 'order':
      return `[ordered ${content.items.map(({ product, quantity }) => `${quantity} × ${product}`).join(', ')}]`;
    case 'paid':
      return '[paid]';
    case 'left':
      return '[left]';
    case 'reaction':
      return `[${content.emoji ?? 'took a reaction back'}]`;
    case 'delivery':
      return `[${content.state}]`;
    case 'unsupported':
      return `[${content.what}]`;
  }
}
