import { background } from '../intents/background.ts';
import { plainWords } from './terms.ts';

/** Real words that are one slip from words of many shops' pages. */
const alike = `
hiking biking liking mailing sailing parting party pastry weather feather heather whether father gather rather returns refined wishing watching matching sipping shopping chopping dropping skipping
change chance packing parking backing picking saying playing laying losing lending spending bending ending crying drying frying tearing hearing
bearing fearing binding county country prison member lumber letter butter bitter better widow hummer winner dinner couple couples police polite
contract hostage pleasure treasure palace thinks thinking drinks bottom button cottage mutton clothing washer basher courier carrier clever lover phones telephones
`;

const common: ReadonlySet<string> = new Set([alike, ...background].flatMap(plainWords));

/** A word that people use of anything: it means itself, and is no misspelt word of a page. */
export function isCommonWord(word: string): boolean {
  return common.has(word);
}
