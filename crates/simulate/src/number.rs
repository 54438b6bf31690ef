//! From computed values to the whole numbers of the file formats.

/// Nearest whole number (half goes away from zero), held inside `low..=high`.
#[must_use]
pub fn whole(value: f64, low: i64, high: i64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "float to integer saturates, and is clamped next")]
    let rounded = (value + 0.5_f64.copysign(value)) as i64;
    rounded.clamp(low, high)
}

/// Nearest `u8`, below the value that means "missing" in FIT.
#[must_use]
pub fn byte(value: f64) -> u8 {
    u8::try_from(whole(value, 0, 254)).unwrap_or(254)
}

/// Nearest `u16`, below the value that means "missing" in FIT.
#[must_use]
pub fn short(value: f64) -> u16 {
    u16::try_from(whole(value, 0, 65_534)).unwrap_or(65_534)
}

/// Nearest `u32`, below the value that means "missing" in FIT.
#[must_use]
pub fn long(value: f64) -> u32 {
    u32::try_from(whole(value, 0, 4_294_967_294)).unwrap_or(u32::MAX - 1)
}

/// Degrees as the half circles of FIT.
#[must_use]
pub fn semicircles(degrees: f64) -> i32 {
    let half_circle = f64::from(1_u32 << 31);
    i32::try_from(whole(degrees / 180.0 * half_circle, i64::from(i32::MIN), i64::from(i32::MAX) - 1))
        .unwrap_or(0)
}
