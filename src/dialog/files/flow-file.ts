/** A file of the flows folder as text; reading the folder is somebody else's. */
export interface FlowFile {
  /** As it is shown to the merchant, e.g. `flows/checkout.yaml`. */
  readonly path: string;
  readonly text: string;
}
