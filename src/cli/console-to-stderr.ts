/**
 * Stdout belongs to the lines of JSON alone; tfjs greets and warns on the console. Imported for its
 * effect, before everything that may speak.
 */
console.log = console.error;
console.info = console.error;
console.debug = console.error;
