/** An error with a stable code, a sentence that says what is wrong and one that says what to do. */
export class CodedError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly advice: string;

  constructor(code: Code, message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.advice = advice;
  }
}
