import type { Refusal } from '../../../src/commerce/refusal.ts';
import type { Shipment as Announced, ShipRequest } from '../../../src/commerce/shipping/carrier.ts';
import { CarrierDown } from '../../../src/commerce/shipping/carrier-down.ts';
import { type Rate, type Shipment, shipmentSchema } from './easypost-schema.ts';
import { carrierId, isRefused, type Line, type Refused } from './line.ts';
import { shipmentBody } from './shipment-body.ts';

/**
 * Creates a shipment and buys its label, once for a key: the key is the shipment's reference, which may be used in place of its id
 * (docs.easypost.com/docs/shipments), so that whoever comes again finds it. To create one costs nothing; a label is bought once for one
 * shipment, and who asks to buy it again is refused and finds it bought.
 */
export async function ship(line: Line, request: ShipRequest): Promise<Announced | Refusal> {
  if (request.from === null) return { refused: 'no-sender' };
  const reference = referenceOf(request.key);
  const found = await retrieve(line, reference);
  const shipment = found ?? (await create(line, request, reference));
  if (isRefused(shipment)) return refusalOf(shipment);
  const bought = announced(shipment);
  return bought ?? (await buy(line, shipment, request.service));
}

/** What may stand in an address without being escaped, so that a reference is the same wherever it is read. */
function referenceOf(key: string): string {
  return `parley-${key.replace(/[^A-Za-z0-9]+/gu, '-')}`.slice(0, 100);
}

async function retrieve(line: Line, idOrReference: string): Promise<Shipment | null> {
  const path = `/shipments/${encodeURIComponent(idOrReference)}`;
  const answer = await line.ask({ method: 'GET', path, schema: shipmentSchema, again: true });
  if (!isRefused(answer)) return answer;
  if (answer.status === 404) return null;
  throw new CarrierDown(carrierId, { cause: new Error(answer.code) });
}

function create(line: Line, request: ShipRequest, reference: string): Promise<Shipment | Refused> {
  const body = { shipment: { ...shipmentBody(request), reference } };
  return line.ask({ method: 'POST', path: '/shipments', body, schema: shipmentSchema, again: false });
}

async function buy(line: Line, shipment: Shipment, service: string | null): Promise<Announced | Refusal> {
  const rate = rateFor(shipment.rates, service);
  if (rate === null) return noService(shipment.rates);
  const path = `/shipments/${encodeURIComponent(shipment.id)}/buy`;
  const body = { rate: { id: rate.id } };
  const answer = await line.ask({ method: 'POST', path, body, schema: shipmentSchema, again: false });
  if (!isRefused(answer)) return announced(answer) ?? unlabelled();
  // Somebody was faster; or what we took for a failure had happened.
  const after = await retrieve(line, shipment.id);
  return (after === null ? null : announced(after)) ?? refusalOf(answer);
}

function unlabelled(): never {
  throw new CarrierDown(carrierId, { cause: new Error('bought, and no tracking number') });
}

/** `null`: nothing has been bought yet. */
function announced({ tracking_code, postage_label, tracker, selected_rate }: Shipment): Announced | null {
  if (tracking_code === null || postage_label === null) return null;
  return {
    carrier: selected_rate?.carrier ?? tracker?.carrier ?? 'EasyPost',
    tracking: tracking_code,
    trackingUrl: webAddress(tracker?.public_url ?? null),
    labelUrl: webAddress(postage_label.label_url ?? postage_label.label_pdf_url),
  };
}

/** It is shown to shoppers as a link. */
function webAddress(url: string | null): string | null {
  return url !== null && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}

/** `USPS GroundAdvantage`, `GroundAdvantage`, or the cheapest of all. */
function rateFor(rates: readonly Rate[], service: string | null): Rate | null {
  const wanted = service?.toLowerCase().trim();
  const fitting = rates.filter((rate) => {
    const own = rate.service.toLowerCase();
    return wanted === undefined || wanted === own || wanted === `${rate.carrier.toLowerCase()} ${own}`;
  });
  const priced = fitting.filter(({ rate }) => Number.isFinite(Number(rate)));
  return priced.toSorted((one, other) => Number(one.rate) - Number(other.rate))[0] ?? null;
}

function noService(rates: readonly Rate[]): Refusal {
  const services = rates.map(({ carrier, service }) => `${carrier} ${service}`).slice(0, 30);
  return { refused: 'no-service', details: { services } };
}

function refusalOf({ code }: Refused): Refusal {
  if (code.startsWith('ADDRESS.')) return { refused: 'bad-address' };
  return { refused: 'refused', details: { code: code.replace(/[^A-Z0-9._]/gu, '').slice(0, 60) } };
}
