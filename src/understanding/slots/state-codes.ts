/** Where people write the state or province between city and postcode. Source: ISO 3166-2. */
const codes: Readonly<Record<string, string>> = {
  US:
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD ' +
    'TN TX UT VT VA WA WV WI WY',
  CA: 'ON QC BC AB MB SK NS NB NL PE NT NU YT',
  AU: 'NSW VIC QLD WA SA TAS NT ACT',
  BR: 'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO',
};

/** Whether it is a state's or province's code, in capitals or not, in a country (ISO 3166-1 alpha-2) that has them in addresses. */
export function isStateCode(country: string, written: string): boolean {
  return codes[country]?.split(' ').includes(written.toUpperCase()) === true;
}
