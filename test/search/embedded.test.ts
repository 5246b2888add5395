import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { productIndexContract } from '../contracts/product-index.ts';

productIndexContract('the embedded index', async () => createEmbeddedIndex());
