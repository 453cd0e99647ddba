/** The accent of styles/tokens.css; canvases do not read custom properties. */
export const OUTLINE = '#7fd0e0';
export const FAINT_OUTLINE = 'rgb(127 208 224 / 60%)';
/** The raw mask, dashed as well, so that colour does not tell it alone. */
export const RAW_OUTLINE = '#f4bd6a';
