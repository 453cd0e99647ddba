/** An arrow into a tray, on the grid of the other line icons. */
export function ExportIcon() {
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
      <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3h12v-3" />
    </svg>
  );
}
