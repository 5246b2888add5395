import { expect, it } from 'vitest';
import type { Graph } from '../../adapters/channels/whatsapp-cloud/graph.ts';
import { createReadMarks } from '../../adapters/channels/whatsapp-cloud/read-marks.ts';

it('where marks hang, further ones are left out, until some are through', async () => {
  const waiting: (() => void)[] = [];
  const graph: Pick<Graph, 'post'> = {
    post: () => new Promise((_resolve, reject) => waiting.push(() => reject(new Error('out of reach')))),
  };
  const mark = createReadMarks(graph);
  const marks = Array.from({ length: 500 }, (_, number) => mark(`wamid.${number}`, false));
  expect(waiting).toHaveLength(50);
  for (const fail of waiting.splice(0)) fail();
  await Promise.all(marks);
  void mark('wamid.next', true);
  expect(waiting).toHaveLength(1);
});
