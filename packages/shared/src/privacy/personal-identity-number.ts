const pattern = /^(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})$/;

/**
 * Whether the whole text is a Swedish personal identity number or coordination number, with or without century
 * (18 to 20) and separator: a possible month and day (coordination numbers add 60 to the day) and a right check digit.
 */
export function isPersonalIdentityNumber(text: string): boolean {
  const match = pattern.exec(text.trim());
  if (match === null) return false;
  const [, year = "", month = "", day = "", serial = ""] = match;
  return isPossibleDay(Number(month), Number(day)) && hasRightCheckDigit(year + month + day + serial);
}

function isPossibleDay(month: number, day: number): boolean {
  const dayOfMonth = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
}

/** The Luhn check over ten digits, as the Swedish Tax Agency describes it. */
function hasRightCheckDigit(tenDigits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...tenDigits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
