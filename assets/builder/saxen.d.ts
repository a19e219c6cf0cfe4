// The part of saxen that the builder uses: the package has no types.
declare module 'saxen' {
  export class Parser {
    ns(namespaces: { [address: string]: string }): this;
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => { [name: string]: string | undefined },
        decode: (text: string) => string,
      ) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text', listener: (value: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', listener: (value: string) => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'warn', listener: () => void): this;
    write(text: string): this;
    /** Returns the error of a document that is not complete. */
    end(): Error | undefined;
  }
}
