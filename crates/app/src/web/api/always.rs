//! What every document takes besides its own parameters; [`Asked`](crate::web::asked::Asked) reads it.

use utoipa::{IntoParams, ToSchema};

/// For which day, and in which units.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "the description alone reads it")]
pub struct Always {
    /// The day to answer for, of the years 1900 to 2100; today when absent
    #[param(value_type = Option<String>, format = Date, pattern = "^(19|20)[0-9]{2}-|^2100-")]
    as_of: Option<String>,
    /// Units of sentences; those of the profile when absent
    #[param(inline)]
    units: Option<Units>,
}

/// Kilometres or miles.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "the description alone reads it")]
enum Units {
    Metric,
    Imperial,
}
