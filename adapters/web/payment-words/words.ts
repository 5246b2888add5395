/** What the pages around a payment say. */
export interface PaymentWords {
  readonly order: (number: string) => string;
  readonly demo: string;
  readonly total: string;
  readonly pay: (amount: string) => string;
  readonly cancel: string;
  readonly until: (time: string) => string;
  readonly paid: { readonly title: string; readonly text: string };
  readonly closed: { readonly title: string; readonly text: string };
  readonly gone: { readonly title: string; readonly text: string };
  readonly done: { readonly title: string; readonly text: string };
  readonly left: { readonly title: string; readonly text: string };
  readonly back: string;
}
