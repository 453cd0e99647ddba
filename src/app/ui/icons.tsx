import type { ReactNode } from 'react';

/** Line icons on a 20 x 20 grid; always beside a text or inside a labelled button. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function EnlargeIcon() {
  return (
    <Icon>
      <path d="M12 4h4v4M8 16H4v-4M16 4l-5 5M4 16l5-5" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  );
}

export function AddIcon() {
  return (
    <Icon>
      <path d="M10 4v12M4 10h12" />
    </Icon>
  );
}

export function FolderIcon() {
  return (
    <Icon>
      <path d="M3 15.5v-11h5l2 2.5h7v8.5z" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m6 8 4 4 4-4" />
    </Icon>
  );
}

/** Rows of a list, each with its picture. */
export function ListIcon() {
  return (
    <Icon>
      <path d="M3.5 4h3v3h-3zM3.5 13h3v3h-3zM9.5 5.5h7M9.5 14.5h7M3.5 8.5h3v3h-3zM9.5 10h7" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m4.5 10.5 3.5 3.5 7.5-8" />
    </Icon>
  );
}

/** Two sliders. */
export function SettingsIcon() {
  return (
    <Icon>
      <path d="M3.5 6.5h7M14.5 6.5h2M3.5 13.5h2M9.5 13.5h7M12.5 4.5v4M7.5 11.5v4" />
    </Icon>
  );
}

/** An arrow down onto this device. */
export function OfflineIcon() {
  return (
    <Icon>
      <path d="M10 3.5v8.5M6.5 8.5 10 12l3.5-3.5M4 16h12" />
    </Icon>
  );
}

export function WarningIcon() {
  return (
    <Icon>
      <path d="M10 3.5 17.5 16h-15L10 3.5ZM10 8.5v3.25M10 13.9v.1" />
    </Icon>
  );
}

/** On a 48 x 48 grid; the patient's right lung is on the left, as on a film. */
export const RIGHT_LUNG =
  'M17.5 12.5C10.5 15 6 26 6 36.5c0 3.5 2.4 5 5.6 4.2l5-1.3c1.5-.4 2.4-1.5 2.4-3.1V14c0-1.3-.5-1.8-1.5-1.5Z';
export const LEFT_LUNG =
  'M30.5 12.5C37.5 15 42 26 42 36.5c0 3.5-2.4 5-5.6 4.2l-4-1c-1.6-.4-2.2-1.4-2.6-2.9-.4-1.7-.8-2.2-.8-4.3V14c0-1.3.5-1.8 1.5-1.5Z';

/** The app's mark: two lungs and the windpipe between them. */
export function LungsMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <g
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M24 6v14M24 20l-5 5M24 20l5 5" />
        <path d={RIGHT_LUNG} />
        <path d={LEFT_LUNG} />
      </g>
    </svg>
  );
}
