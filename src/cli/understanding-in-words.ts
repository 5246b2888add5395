import colours from 'picocolors';
import type { Command } from '../understanding/command.ts';
import type { Understanding } from '../understanding/understand.ts';

const width = 13;

/** For people: the message and beneath it what was understood. */
export function understandingInWords(message: string, understood: Understanding): string {
  const { language, intent, commands, slots, constraints, sentiment } = understood;
  const rows: readonly (readonly [string, string])[] = [
    ['language', language ?? 'none'],
    ['flow', intent === null ? 'none' : `${intent.name} (${intent.confidence})`],
    ['commands', commands.map(commandInWords).join(', ')],
    ['values', pairs(slots)],
    ['looking for', pairs({ ...constraints })],
    ['mood', sentiment === null ? '' : `${sentiment.label} (${sentiment.score})`],
  ];
  const lines = rows.filter(([, told]) => told !== '').map(([name, told]) => `  ${name.padEnd(width)}${told}`);
  return `${[colours.bold(message), ...lines].join('\n')}\n\n`;
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function commandInWords(command: Command): string {
  switch (command.command) {
    case 'start-flow':
      return `start ${command.flow}`;
    case 'set-slot':
    case 'correct-slot':
      return `${command.slot} = ${command.value}`;
    case 'clarify':
      return `ask which: ${command.flows.join(', ')}`;
    case 'handoff':
      return 'call a person';
    case 'cancel':
    case 'answer':
      return command.command;
  }
}
