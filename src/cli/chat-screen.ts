import { clearLine, cursorTo, type Interface } from 'node:readline';
import { createColors } from 'picocolors';
import type { DrawOptions } from '../../adapters/channels/terminal/draw-part.ts';

/** Where a person talks: answers go above the line that is being typed. */
export interface ChatScreen {
  readonly coloured: boolean;
  drawing(): DrawOptions;
  write(lines: string): void;
  typing(): void;
  /** Waits for the next line to be typed. */
  prompt(): void;
  /** Shows a line that nobody typed here (standard input is a file). */
  echo(line: string): void;
}

export function createScreen(reader: Interface, output: NodeJS.WriteStream, isTyped: boolean): ChatScreen {
  const colours = createColors(colouredOutput(output));
  const arrow = colours.green('> ');
  let waits = false;
  const clean = (): void => {
    if (!isTyped) return;
    cursorTo(output, 0);
    clearLine(output, 0);
  };
  reader.setPrompt(arrow);
  return {
    coloured: colouredOutput(output),
    drawing: () => ({ width: output.columns || 80, coloured: colouredOutput(output) }),
    write(lines) {
      clean();
      output.write(`${lines}\n`);
      if (waits && isTyped) reader.prompt(true);
    },
    typing() {
      if (!isTyped || waits) return;
      clean();
      output.write(colours.dim('  …'));
    },
    prompt() {
      waits = true;
      if (!isTyped) return;
      clean();
      reader.prompt();
    },
    echo(line) {
      waits = false;
      output.write(isTyped ? '\n' : `${arrow}${line}\n\n`);
    },
  };
}

/** https://no-color.org */
function colouredOutput(output: NodeJS.WriteStream): boolean {
  return output.isTTY === true && !process.env['NO_COLOR'];
}
