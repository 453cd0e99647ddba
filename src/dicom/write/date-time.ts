const two = (value: number) => String(value).padStart(2, '0');

/** DA and TM of the clock on the wall (PS3.5 table 6.2-1). */
export function dateAndTime(at: Date): { readonly date: string; readonly time: string } {
  return {
    date: `${String(at.getFullYear()).padStart(4, '0')}${two(at.getMonth() + 1)}${two(at.getDate())}`,
    time: `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`,
  };
}
