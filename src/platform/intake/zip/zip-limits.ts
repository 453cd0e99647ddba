/** A CD of one examination has some hundred files, a research archive of films some ten thousand. */
export const MAX_ENTRIES = 50_000;

/** A film of 100 megapixels in 16-bit colour, unpacked, has 600 MB. */
export const MAX_ENTRY_BYTES = 640_000_000;

/** All entries as the directory claims them; they are unpacked one at a time, so that no memory is at stake. */
export const MAX_TOTAL_BYTES = 200_000_000_000;
