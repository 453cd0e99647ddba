import { shortcutRegistry } from '../../ui/shortcuts/registry.ts';
import { isSingleCharacter, matchesKey } from '../../ui/shortcuts/shortcut.ts';

/** Fields take every character; these keys are theirs even where the field is a button or a slider. */
const FIELD =
  'input:not([type=file]), textarea, select, [contenteditable=""], [contenteditable=true]';
const OVER_PAGE = '[role=dialog][data-state=open], [role=menu][data-state=open], [role=listbox]';

/** Runs the shortcut of a key that nothing else has used. Returns what stops it. */
export function listenForKeys(singleKeysOn: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(FIELD)) return;
    const covered = document.querySelector(OVER_PAGE) !== null;
    // What was registered last lies on top.
    const shortcut = shortcutRegistry
      .getState()
      .lists.flat()
      .findLast((one) => matchesKey(one, event) && (!covered || one.inDialogs));
    if (!shortcut?.run || (isSingleCharacter(shortcut) && !singleKeysOn())) return;
    if (event.repeat && !shortcut.repeats) return;
    event.preventDefault();
    shortcut.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
