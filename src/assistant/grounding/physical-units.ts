/** Units that figures on labels have. */
export const physicalUnits: ReadonlySet<string> = new Set(
  'g kg mg lb lbs oz ml l cl litre litres liter liters mm cm m km in inch inches ft gb tb mb mah wh w watt watts v volt volts hz khz ghz mhz px mp megapixel megapixels fps db k "'.split(
    ' ',
  ),
);
