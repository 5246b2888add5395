import { describe, expect, it } from 'vitest';
import { stops } from './found.ts';

describe('a figure of the right product', () => {
  it.each([
    '{{p2.title}} costs {{p2.was}}.',
    '{{p2.title}}: {{p2.was}}.',
    '{{p1.title}} costs {{p1.price}}. {{p2.title}} and {{p1.title}} cost {{p1.price}}.',
    'Both cost {{p1.price}}.',
    '{{p2.title}}: you save {{p2.price}}.',
    '{{p2.title}} is {{p2.price}} off.',
    '{{p2.title}} is {{p2.price}} cheaper.',
    '{{p1.title}} has {{p1.pieces}} stars.',
    '{{p1.title}} has {{p1.pieces}} reviews.',
    '{{p1.title}} is rated {{p1.pieces}}.',
    'You can send things back within {{r4.return_days}} years.',
    'You can send things back within {{r4.return_days}} minutes.',
    'Delivery costs {{r3.free_from}}.',
    'Delivery is free, it costs {{r3.free_from}}.',
    'Delivery is free under {{r3.free_from}}.',
    '{{r3.options.1.label}} delivery arrives by {{r3.options.0.latest}}.',
    '{{p1.title}} costs 1{{p1.price}}.',
    '{{p1.title}} costs {{p1.price}}0.',
    '{{p1.title}} costs {{p1.price}}.50 now.',
    '{{p1.title}} costs {{p1.price}}{{p1.price}}.',
    '{{p1.title}} costs {{p1.price}} for 3.',
    '{{p1.title}} costs {{p1.price}} for three.',
    '{{p1.title}}: two for {{p1.price}}.',
    '{{p1.title}} costs {{p1.price}} per month.',
    '{{p1.title}} holds {{p1.pieces}} dollars.',
  ])('is stopped beside words that make something else of it: %s', (text) => {
    expect(stops(text)).not.toEqual([]);
  });

  it.each([
    '{{p2.title}} costs {{p2.price}}; it was {{p2.was}} before.',
    '{{p2.title}}: {{p2.price}} instead of {{p2.was}}.',
    '{{p2.title}} kostet {{p2.price}} statt {{p2.was}}, das ist gut.',
    '{{p2.title}} cuesta {{p2.price}}, antes {{p2.was}}.',
    '{{p1.title}} ({{p1.price}}), {{p2.title}} ({{p2.price}})',
    'Delivery is free from {{r3.free_from}} on.',
    '{{r3.options.0.label}} delivery arrives by {{r3.options.0.latest}}.',
    'You can send things back within {{r4.return_days}} days.',
    '1. {{p1.title}}: {{p1.price}}\n2. {{p2.title}}: {{p2.price}}',
  ])('passes where it is told for what it is: %s', (text) => {
    expect(stops(text)).toEqual([]);
  });
});

describe('a comparison', () => {
  it.each([
    '{{p3.title}} is cheaper.',
    '{{p3.title}} and {{p1.title}} are the cheapest.',
    '{{p1.title}} is cheaper than {{p2.title}}, and {{p3.title}} is cheaper than {{p2.title}}.',
    '{{p2.title}} is not cheaper than {{p3.title}}.',
    '{{p1.title}} is more expensive.',
  ])('that prices do not bear is stopped: %s', (text) => {
    expect(stops(text)).not.toEqual([]);
  });

  it.each([
    '{{p1.title}} is cheaper.',
    '{{p3.title}} is more expensive.',
    '{{p1.title}} is the cheapest.',
    'The cheapest is {{p1.title}}.',
    '{{p1.title}} is cheaper than {{p2.title}}, and {{p2.title}} is cheaper than {{p3.title}}.',
    'Would you like something cheaper?',
  ])('that they bear passes: %s', (text) => {
    expect(stops(text)).toEqual([]);
  });
});
