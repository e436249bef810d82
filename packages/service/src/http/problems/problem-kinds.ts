import type { ErrorCode, Localised } from "@jobbmatch/shared";

/** How a code is answered over HTTP. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Localised;
}

function kind(status: number, sv: string, en: string): ProblemKind {
  return { status, title: { sv, en } };
}

/** The status and the title of every code. Codes and statuses are part of the API: they never change meaning. */
export const problemKinds: Readonly<Record<ErrorCode, ProblemKind>> = {
  invalidField: kind(400, "Värdet är inte giltigt", "The value is not valid"),
  unknownField: kind(400, "Fältet är okänt", "The field is not known"),
  missingField: kind(400, "Ett fält saknas", "A field is missing"),
  emptyText: kind(400, "Texten är tom", "The text is empty"),
  textTooLong: kind(400, "Texten är för lång", "The text is too long"),
  invalidDate: kind(400, "Datumet är inte giltigt", "The date is not valid"),
  invalidNumber: kind(400, "Talet är inte giltigt", "The number is not valid"),
  invalidEncoding: kind(400, "Texten är inte giltig UTF-8", "The text is not valid UTF-8"),
  invalidJson: kind(400, "Innehållet är inte giltig JSON", "The content is not valid JSON"),
  invalidRequest: kind(400, "Frågan går inte att förstå", "The request cannot be understood"),
  invalidCursor: kind(400, "Sidmärket gäller inte här", "The cursor is not valid here"),
  unsupportedFormat: kind(400, "Formatet stöds inte", "The format is not supported"),
  personalIdentityNumber: kind(
    400,
    "Personnummer tas inte emot",
    "Personal identity numbers are not accepted",
  ),
  unauthenticated: kind(401, "API-nyckel saknas eller gäller inte", "The API key is missing or not valid"),
  forbidden: kind(403, "Nyckeln får inte göra detta", "The key may not do this"),
  notFound: kind(404, "Sidan finns inte", "There is nothing at this address"),
  unknownParticipant: kind(404, "Deltagaren finns inte", "There is no such participant"),
  unknownVacancy: kind(404, "Platsen finns inte", "There is no such vacancy"),
  unknownResource: kind(404, "Det du söker finns inte", "There is no such thing"),
  methodNotAllowed: kind(405, "Metoden går inte att använda här", "The method is not allowed here"),
  notAcceptable: kind(406, "Svaret finns inte i den formen", "The answer does not come in that form"),
  duplicateId: kind(409, "Samma id finns redan", "The id is there already"),
  staleVersion: kind(409, "En nyare version finns redan", "A newer version is stored"),
  versionConflict: kind(
    409,
    "Samma version finns med annat innehåll",
    "The version is stored with other content",
  ),
  invalidTransition: kind(409, "Det steget går inte att ta härifrån", "That step is not possible from here"),
  conflict: kind(409, "Det krockar med något som pågår", "It conflicts with something that is going on"),
  idempotencyConflict: kind(
    409,
    "Idempotensnyckeln är använd för en annan fråga",
    "The idempotency key was used for another request",
  ),
  preconditionFailed: kind(412, "Någon har ändrat under tiden", "It was changed in the meantime"),
  recordTooLarge: kind(413, "Innehållet är för stort", "The content is too large"),
  unsupportedMediaType: kind(415, "Innehållstypen stöds inte", "The content type is not supported"),
  tooManyRequests: kind(429, "För många frågor på kort tid", "Too many requests in a short time"),
  unavailable: kind(503, "Tjänsten är inte tillgänglig just nu", "The service is not available right now"),
  notCaughtUp: kind(503, "Tjänsten har inte hunnit ikapp ännu", "The service has not caught up yet"),
  timeLimitExceeded: kind(503, "Det tog för lång tid", "It took too long"),
  indexFull: kind(503, "Minnet räcker inte för fler", "There is no room for more"),
  internalError: kind(500, "Något gick fel hos oss", "Something went wrong on our side"),
  invalidRule: kind(500, "En egen regel är felaktig", "A rule of the caller's own is not valid"),
  modelNotFound: kind(500, "Språkmodellen saknas", "The language model is missing"),
  modelMismatch: kind(500, "Indexet har en annan språkmodell", "The index was made with another model"),
  invalidVector: kind(
    500,
    "Språkmodellen gav ett ogiltigt svar",
    "The language model gave an invalid answer",
  ),
  nativeModuleMissing: kind(500, "Ett programbibliotek saknas", "A native module is missing"),
  snapshotNotFound: kind(500, "Ögonblicksbilden saknas", "The snapshot is missing"),
  snapshotDamaged: kind(500, "Ögonblicksbilden är skadad", "The snapshot is damaged"),
  snapshotUnsupported: kind(500, "Ögonblicksbilden har ett annat format", "The snapshot has another format"),
  workerFailed: kind(500, "En arbetstråd avbröts", "A worker thread ended early"),
};
