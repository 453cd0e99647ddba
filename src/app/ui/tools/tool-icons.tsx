import { Icon } from '../icons.tsx';

const PATHS = {
  pan: 'M10 3v14M3 10h14M7.5 5.5 10 3l2.5 2.5M7.5 14.5 10 17l2.5-2.5M5.5 7.5 3 10l2.5 2.5M14.5 7.5 17 10l-2.5 2.5',
  window: 'M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13M10 7.5h5.8M10 12.5h5.8M10 10h6.5',
  ruler: 'm3 13.5 10.5-10.5L17 6.5 6.5 17zM6 10.5l1.5 1.5M8.5 8l2 2M11 5.5l1.5 1.5',
  lens: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.2 12.2l4.3 4.3M6.5 8.5h4M8.5 6.5v4',
  zoomIn: 'M10 4.5v11M4.5 10h11',
  zoomOut: 'M4.5 10h11',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  turn: 'M15.5 10a5.5 5.5 0 1 1-1.6-3.9M15.5 3.5v3.2h-3.2',
  flip: 'M10 3v14M7.5 6 3.5 14h4zM12.5 6l4 8h-4z',
  invert: 'M4 4h12v12H4zM16 4 4 16M6 8.5h4M8 6.5v4M11 13h3.5',
  stack: 'm10 3.5 7 3.5-7 3.5L3 7zM3 10l7 3.5 7-3.5M3 13l7 3.5 7-3.5',
  histogram: 'M3 16h14M5 16c1.5 0 2-9 5-9s3.5 9 5 9',
  edit: 'm4 16 .8-3.2L13 4.6l2.4 2.4-8.2 8.2zM11.2 6.4l2.4 2.4',
  brush: 'M16.5 3.5 9 11M9 11c-2.5 0-3 1.5-3.2 3-.1 1-.8 1.8-2.3 2 3.5.9 7.5.5 7.5-3z',
  eraser: 'm4 12 7.5-7.5 4.5 4.5-7 7H6.5zM7.5 8.5l4.5 4.5M9 16h7.5',
  fill: 'm9.5 3.5 6 6-6 6-6-6zM3.8 9.5h11.5M17 12.5c1 1.5 1 3 0 3s-1-1.5 0-3z',
  remove: 'M4.5 6.5h11M8 6.5V4.5h4v2M6 6.5l.7 9.5h6.600l.7-9.5M8.7 9.5v4M11.3 9.5v4',
  grow: 'M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM10 2.5v2.5M10 15v2.5M2.5 10h2.5M15 10h2.5',
  shrink:
    'M10 8.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM10 2.5V6M8.5 4.5 10 6l1.5-1.5M10 17.5V14M8.5 15.5 10 14l1.5 1.5M2.5 10H6M17.5 10H14',
  undo: 'M7.5 4.5 4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H8',
  redo: 'M12.5 4.5 16 8l-3.5 3.5M16 8H8.5a4 4 0 0 0 0 8H12',
  alone: 'M12 4h4v4M8 16H4v-4M16 4l-5 5M4 16l5-5',
} as const;

export type ViewerIconName = keyof typeof PATHS;

export function ViewerIcon({ icon }: { icon: ViewerIconName }) {
  return (
    <Icon>
      <path d={PATHS[icon]} />
    </Icon>
  );
}
