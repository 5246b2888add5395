import { describe, expect, it } from 'vitest';
import { asciiDigits, normalise } from '../../src/understanding/normalise.ts';

describe('two ways to write the same', () => {
  it.each([
    ['إلغاء الطلب', 'الغاء الطلب'],
    ['أُرِيدُ فَاتُورَةً', 'اريد فاتوره'],
    ['شـكـرا على الهدية', 'شكرا علي الهديه'],
    ['मुझे ख़रीदना है', 'मुझे खरीदना है'],
    ['कहाँ है', 'कहां है'],
    ['طلب ٧٢٠٤٣٨١٧', 'طلب 72043817'],
    ['ऑर्डर ७२०४३८१७', 'ऑर्डर 72043817'],
    ['Größe', 'GROSSE'],
  ])('“%s” and “%s” are compared as one', (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  it('vowels of other scripts stay', () => {
    expect(normalise('का')).not.toBe(normalise('की'));
  });

  it('digits of three scripts are read, each in its place', () => {
    expect(asciiDigits('a٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ०१२३४५६७८९z')).toBe('a0123456789 0123456789 0123456789z');
  });
});
