// Sets the theme before the first paint, where a module would come too late and the page would
// flash. src/app/store/settings/theme.ts says the rest.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('theme');
  } catch {
    // Browsers that keep nothing throw; the page is dark then.
  }
  const light =
    theme === 'light' ||
    (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();
