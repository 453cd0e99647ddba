import { Icon } from '../../ui/icons.tsx';

/** An arrow into a tray. */
export function ExportIcon() {
  return (
    <Icon>
      <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3h12v-3" />
    </Icon>
  );
}
