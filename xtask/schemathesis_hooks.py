# Days as the API takes them: the standard generator spreads over ten thousand years.
from datetime import date

import schemathesis
from hypothesis import strategies

schemathesis.openapi.format(
    "date", strategies.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat())
)
