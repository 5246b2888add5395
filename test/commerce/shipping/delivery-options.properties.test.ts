import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliveryOptions } from '../../../src/commerce/shipping/delivery-options.ts';
import { isWorkingDay } from '../../../src/commerce/shipping/working-days.ts';
import { dayIn } from '../../../src/understanding/slots/calendar.ts';
import { dollars, question, shop, to } from './shipping-rules.ts';

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Chatham'];
const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
const pad = (value: number) => String(value).padStart(2, '0');
const dayOfYear = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const holiday = fc.oneof(
  dayOfYear.map(([month, day]) => `${pad(month)}-${pad(day)}`),
  moment.map((ms) => new Date(ms).toISOString().slice(0, 10)),
);
const written = fc.record({
  leaves_until: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`),
  holidays: fc.array(holiday, { maxLength: 60 }),
  saturdays: fc.boolean(),
  span: fc.tuple(fc.nat(9), fc.nat(9)),
});

const dayNumber = (iso: string) => Date.parse(iso) / 86_400_000;

it('promises working days only, never before today, and none later for who orders earlier', () => {
  const reached = { saturday: 0, holiday: 0, yearsEnd: 0 };
  fc.assert(
    fc.property(written, moment, fc.nat(400_000_000), fc.constantFrom(...zones), (rules, now, later, timeZone) => {
      const { span, ...rest } = rules;
      const method = { id: 'a', label: 'A', price: 1, days: `${span[0]}-${span[0] + span[1]}` };
      const asked = question(
        { ...rest, zones: [{ name: 'Z', methods: [method] }] },
        { shop: { ...shop, timeZone }, now },
      );
      const [option] = deliveryOptions(asked);
      const [after] = deliveryOptions({ ...asked, now: now + later });
      if (option === undefined || after === undefined) throw new Error('A zone for everywhere has an option');
      const [earliest, latest] = [dayNumber(option.earliest), dayNumber(option.latest)];
      const today = dayIn(timeZone, now) ?? Number.NaN;
      const { shipping } = asked.rules;
      expect(isWorkingDay(shipping, earliest)).toBe(true);
      expect(isWorkingDay(shipping, latest)).toBe(true);
      expect(earliest).toBeGreaterThanOrEqual(today + span[0]);
      const working = Array.from({ length: latest - earliest }, (_, index) => earliest + 1 + index);
      expect(working.filter((day) => isWorkingDay(shipping, day))).toHaveLength(span[1]);
      expect(after.earliest >= option.earliest && after.latest >= option.latest).toBe(true);
      const date = new Date(earliest * 86_400_000);
      if (date.getUTCDay() === 6) reached.saturday += 1;
      if (rest.holidays.some((one) => !isWorkingDay({ ...shipping, holidays: [one] }, today))) reached.holiday += 1;
      if (option.latest.slice(0, 4) !== new Date(today * 86_400_000).toISOString().slice(0, 4)) reached.yearsEnd += 1;
    }),
    { numRuns: 400 },
  );
  expect(reached.saturday).toBeGreaterThan(5);
  expect(reached.holiday).toBeGreaterThan(5);
  expect(reached.yearsEnd).toBeGreaterThan(2);
});

it('never costs more for goods of more value when the steps fall, and is free from where it says so', () => {
  let free = 0;
  const amounts = fc.record({
    price: fc.nat(5_000),
    free_from: fc.nat(20_000),
    goods: fc.nat(30_000),
    more: fc.nat(9_000),
  });
  fc.assert(
    fc.property(amounts, ({ price, free_from, goods, more }) => {
      const method = { id: 'a', label: 'A', price: price / 100, free_from: free_from / 100, days: 1 };
      const asked = question({ zones: [{ name: 'Z', methods: [method] }] }, { destination: to('US') });
      const cost = (amount: number) =>
        deliveryOptions({ ...asked, goods: dollars(amount / 100) })[0]?.price.amount ?? Number.NaN;
      expect(cost(goods + more)).toBeLessThanOrEqual(cost(goods));
      expect(cost(goods)).toBe(goods >= free_from ? 0 : price);
      if (goods >= free_from) free += 1;
    }),
    { numRuns: 200 },
  );
  expect(free).toBeGreaterThan(20);
});
