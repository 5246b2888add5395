/**
 * The words of one language that tell what a shopper asks about: class → words and phrases, divided by commas. `…` stands for one to three words.
 */
export type MatterWords = Readonly<Record<string, string>>;
