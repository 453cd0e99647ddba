// Sets the theme before the first paint, where a module would come too late and the page would
// flash. src/app/settings/theme.ts says the rest.
(() => {
  const theme = localStorage.getItem('theme');
  const light =
    theme === 'light' ||
    (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();
