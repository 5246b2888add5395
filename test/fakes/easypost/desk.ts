/** A no in EasyPost's shape. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

type Json = Readonly<Record<string, unknown>>;

export interface FakeShipment {
  readonly id: string;
  readonly reference: string | null;
  readonly body: Json;
  bought: { readonly tracking: string; readonly rate: string } | null;
}

export interface FakeTracker {
  readonly tracking: string;
  status: string;
  updatedAt: string;
  expected: string | null;
  details: readonly Json[];
}

const rates = [
  { id: 'rate_1', carrier: 'USPS', service: 'Priority', rate: '7.47' },
  { id: 'rate_2', carrier: 'USPS', service: 'GroundAdvantage', rate: '5.90' },
  { id: 'rate_3', carrier: 'USPS', service: 'Express', rate: '46.85' },
];

/** What EasyPost keeps of one account. */
export interface Desk {
  readonly shipments: FakeShipment[];
  readonly trackers: Map<string, FakeTracker>;
}

const fieldsOf = (body: unknown, name: string): Json => {
  const value = (body as Json | null)?.[name];
  if (typeof value !== 'object' || value === null) throw new ApiError(422, 'PARAMETER.REQUIRED');
  return value as Json;
};

const allowed = {
  address: ['name', 'street1', 'street2', 'city', 'state', 'zip', 'country', 'phone', 'email'],
  parcel: ['weight', 'length', 'width', 'height'],
  shipment: ['to_address', 'from_address', 'parcel', 'reference'],
};

function only(fields: Json, names: readonly string[]): void {
  for (const name of Object.keys(fields)) if (!names.includes(name)) throw new ApiError(422, 'PARAMETER.INVALID');
}

function checkAddress(fields: Json): void {
  only(fields, allowed.address);
  if (!/^[A-Z]{2}$/u.test(String(fields['country']))) throw new ApiError(422, 'ADDRESS.COUNTRY.INVALID');
  if (typeof fields['street1'] !== 'string' || fields['street1'] === '')
    throw new ApiError(422, 'ADDRESS.PARAMETERS.INVALID');
  if (fields['street1'].includes('Nowhere')) throw new ApiError(422, 'ADDRESS.VERIFY.FAILURE');
}

function checkParcel(fields: Json): void {
  only(fields, allowed.parcel);
  const weight = fields['weight'];
  if (typeof weight !== 'number' || !(weight > 0)) throw new ApiError(422, 'PARCEL.WEIGHT.INVALID');
  const given = ['length', 'width', 'height'].filter((side) => fields[side] !== undefined);
  if (given.length !== 0 && given.length !== 3) throw new ApiError(422, 'PARCEL.DIMENSIONS.INVALID');
}

export function createShipment({ shipments }: Desk, body: unknown): Json {
  const shipment = fieldsOf(body, 'shipment');
  only(shipment, allowed.shipment);
  checkAddress(fieldsOf(shipment, 'to_address'));
  checkAddress(fieldsOf(shipment, 'from_address'));
  checkParcel(fieldsOf(shipment, 'parcel'));
  const { reference } = shipment;
  const made: FakeShipment = {
    id: `shp_${shipments.length + 1}`,
    reference: typeof reference === 'string' ? reference : null,
    body: shipment,
    bought: null,
  };
  shipments.push(made);
  return shipmentView(made);
}

/** The latest with this id or reference. */
export function shipmentOf({ shipments }: Desk, id: string): FakeShipment {
  const found = shipments.findLast((one) => one.id === id || one.reference === id);
  if (found === undefined) throw new ApiError(404, 'NOT_FOUND');
  return found;
}

export function buyShipment(desk: Desk, id: string, body: unknown): Json {
  const shipment = shipmentOf(desk, id);
  if (shipment.bought !== null) throw new ApiError(422, 'SHIPMENT.POSTAGE.EXISTS');
  const rate = String(fieldsOf(body, 'rate')['id']);
  if (!rates.some((one) => one.id === rate)) throw new ApiError(404, 'NOT_FOUND');
  const tracking = `94001000${String(desk.shipments.indexOf(shipment) + 1).padStart(14, '0')}`;
  shipment.bought = { tracking, rate };
  return shipmentView(shipment);
}

export function createTracker({ trackers }: Desk, body: unknown): Json {
  const code = fieldsOf(body, 'tracker')['tracking_code'];
  if (typeof code !== 'string' || code.length < 5) throw new ApiError(422, 'TRACKER.CREATE.ERROR');
  const known = trackers.get(code) ?? newTracker(code);
  trackers.set(code, known);
  return trackerView(known);
}

export function newTracker(tracking: string): FakeTracker {
  return { tracking, status: 'unknown', updatedAt: '2026-11-23T10:00:00Z', expected: null, details: [] };
}

export function shipmentView({ id, reference, bought }: FakeShipment): Json {
  const rate = rates.find((one) => one.id === bought?.rate) ?? null;
  return {
    id,
    object: 'Shipment',
    mode: 'test',
    reference,
    rates: rates.map((one) => ({ ...one, object: 'Rate', currency: 'USD' })),
    messages: [],
    selected_rate: rate,
    tracking_code: bought?.tracking ?? null,
    postage_label: bought
      ? { object: 'PostageLabel', label_url: `https://labels.example/${id}.png`, label_pdf_url: null }
      : null,
    tracker: bought
      ? { object: 'Tracker', public_url: `https://track.example/${bought.tracking}`, carrier: 'USPS' }
      : null,
  };
}

export function trackerView({ tracking, status, updatedAt, expected, details }: FakeTracker): Json {
  return {
    id: `trk_${tracking}`,
    object: 'Tracker',
    mode: 'test',
    tracking_code: tracking,
    status,
    status_detail: status,
    created_at: '2026-11-23T10:00:00Z',
    updated_at: updatedAt,
    est_delivery_date: expected,
    carrier: 'USPS',
    tracking_details: details,
    public_url: `https://track.example/${tracking}`,
    carrier_detail: null,
    fees: [],
  };
}
