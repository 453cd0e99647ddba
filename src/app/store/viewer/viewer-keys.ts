import type { Command } from './viewer-commands.ts';
import type { EditTool, Tool } from './viewer-state.ts';

/** The viewer's keys; 1 to 5, comma and full stop belong to the classes and the heat map. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = { pan: 'v', window: 'w', ruler: 'l' };

export const COMMAND_KEYS: Readonly<Record<Command, readonly string[]>> = {
  zoomOut: ['-'],
  zoomIn: ['+', '='],
  fit: ['0'],
  actual: ['a'],
  turn: ['r'],
  flip: ['f'],
  invert: ['i'],
  panLeft: ['ArrowLeft'],
  panRight: ['ArrowRight'],
  panUp: ['ArrowUp'],
  panDown: ['ArrowDown'],
};

export const SWITCH_KEYS = { magnifier: 'm', stack: 's', edit: 'e' } as const;

export const EDIT_KEYS: Readonly<Record<EditTool, string>> = {
  brush: 'b',
  eraser: 'x',
  fill: 'g',
  remove: 'd',
};
