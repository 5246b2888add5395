import { describe, expect, it } from 'vitest';
import { createReferences } from '../../src/runtime/references.ts';
import { createMemoryStore, type Fault, type MemoryData } from './memory-store.ts';
import { shopper } from './running.ts';

const ann = shopper('ann');

function open(data: MemoryData, fault: () => Fault = () => 'none') {
  let writes = 0;
  const store = createMemoryStore(data, {
    fault: () => {
      writes += 1;
      return fault();
    },
  });
  return { references: createReferences(store), writes: () => writes };
}

describe('how platforms want to be addressed', () => {
  it('is written when it changes, and not again', async () => {
    const { references, writes } = open(new Map());
    await references.put(ann, { serviceUrl: 'one' });
    await references.put(ann, { serviceUrl: 'one' });
    expect(writes()).toBe(1);
    await references.put(ann, { serviceUrl: 'two' });
    expect(writes()).toBe(2);
    expect(await references.get(ann)).toEqual({ serviceUrl: 'two' });
  });

  it('is known to the next process, which writes nothing when it hears the same', async () => {
    const data: MemoryData = new Map();
    await open(data).references.put(ann, { serviceUrl: 'one' });
    const { references, writes } = open(data);
    expect(await references.get(ann)).toEqual({ serviceUrl: 'one' });
    await references.put(ann, { serviceUrl: 'one' });
    expect(writes()).toBe(0);
    expect(await references.get(shopper('nobody'))).toBeNull();
  });

  it('outlives a race with another process, and tells when the store fails', async () => {
    let fault: Fault = 'conflict';
    const data: MemoryData = new Map();
    await open(data).references.put(ann, { serviceUrl: 'zero' });
    const { references } = open(data, () => {
      const now = fault;
      fault = 'none';
      return now;
    });
    await references.put(ann, { serviceUrl: 'one' });
    expect(await references.get(ann)).toEqual({ serviceUrl: 'one' });
    fault = 'before';
    await expect(references.put(ann, { serviceUrl: 'two' })).rejects.toThrow('lost before');
    // What was not written is not believed to be.
    expect(await references.get(ann)).toEqual({ serviceUrl: 'one' });
  });
});
