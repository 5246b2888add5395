import { Argument, type Command } from 'commander';
import { editorSchema } from '../commerce/rules/editor-schema.ts';
import { type Topic, topics } from '../commerce/rules/shop-rules.ts';
import type { ShopFacts } from '../dialog/book.ts';

interface ShopSchemaDeps {
  facts(): ShopFacts;
  /** To standard output. */
  write(text: string): void;
}

/** `parley shop schema tax`: for editors, by `# yaml-language-server: $schema=tax.schema.json`. */
export function addShopSchema(shop: Command, { facts, write }: ShopSchemaDeps): void {
  shop
    .command('schema')
    .description('write the JSON Schema of one file of rules, for your editor')
    .addArgument(new Argument('<topic>', 'the file’s name').choices(Object.keys(topics)))
    .action((topic: Topic) => write(`${JSON.stringify(editorSchema(topic, facts()), null, 2)}\n`));
}
