/** A value whose fields and items cannot be changed; what is stored may be answered with as it is. */
export type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
    : Value;

export interface ReplyHeaders {
  /** Version of the thing that is answered with; becomes the `ETag`. */
  readonly version?: number | undefined;
  /** Position of the change log after a write; becomes `Jobbmatch-Position`. */
  readonly position?: number | undefined;
  /** Address of what was made. */
  readonly location?: string | undefined;
}

/** What a route answers with. How it is written to the socket is not the route's concern. */
export type Reply<Body = unknown> =
  | ({ readonly kind: "json"; readonly status?: 200 | 201 | 202; readonly body: Body } & ReplyHeaders)
  | ({ readonly kind: "empty" } & ReplyHeaders)
  | {
      readonly kind: "text";
      readonly mediaType: string;
      readonly text: string;
      readonly policy?: string;
    }
  | { readonly kind: "bytes"; readonly mediaType: string; readonly parts: readonly Buffer[] }
  | { readonly kind: "stream"; readonly mediaType: string; readonly chunks: AsyncIterable<string> };
