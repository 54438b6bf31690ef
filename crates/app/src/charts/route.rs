//! A route without a map: the way as a line, coloured and widened by the force on the knee.

use super::axis::{escaped, px};
use std::fmt::Write;

/// A point of the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub latitude_deg: f64,
    pub longitude_deg: f64,
    /// Metres from the start of the activity.
    pub from_m: f64,
    /// Step of force, 0 to 4; `None` where nothing is known of it.
    pub step: Option<usize>,
}

/// A route to draw.
#[derive(Debug)]
pub struct Route<'a> {
    pub places: &'a [Place],
    /// One sentence for who cannot see it.
    pub label: String,
    /// Metres of a kilometre or a mile, and its short name.
    pub unit_m: f64,
    pub unit: &'static str,
    pub north: &'static str,
}

/// A drawn route, and where each place is on it.
#[derive(Debug)]
pub struct Drawn {
    pub svg: String,
    pub at: Vec<(f64, f64)>,
}

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 400.0;
const MARGIN: f64 = 40.0;
const METRES_PER_DEGREE: f64 = 111_195.0;
/// Places further apart are not joined: a pause, or a hole in the recording, m.
const GAP_M: f64 = 400.0;

/// The route; `None` with fewer than two places.
#[must_use]
pub fn draw(route: &Route<'_>) -> Option<Drawn> {
    let plane = Plane::of(route.places)?;
    let at: Vec<(f64, f64)> = route.places.iter().map(|place| plane.at(place)).collect();
    let mut svg = format!(
        "<svg class=\"route\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
        escaped(&route.label)
    );
    let _ = write!(svg, "<path class=\"rt\" d=\"{}\"/>", path(route.places, &at, |_| true));
    for step in 1..5 {
        let d = path(route.places, &at, |known| known == Some(step));
        if !d.is_empty() {
            let _ = write!(svg, "<path class=\"rt rt{}\" d=\"{d}\"/>", step + 1);
        }
    }
    figures(&mut svg, route, &at);
    frame(&mut svg, route, &plane);
    svg.push_str("<circle class=\"rt-here\" r=\"7\" visibility=\"hidden\"/></svg>");
    Some(Drawn { svg, at })
}

/// Degrees onto paper, the same scale both ways.
struct Plane {
    middle_x: f64,
    middle_y: f64,
    shrink: f64,
    px_per_m: f64,
}

impl Plane {
    fn of(places: &[Place]) -> Option<Self> {
        let first = places.first().filter(|_| places.len() > 1)?;
        let shrink = first.latitude_deg.to_radians().cos().max(0.01);
        let mut bounds = [f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY];
        for place in places {
            let (x, y) = metres(place, shrink);
            bounds = [bounds[0].min(x), bounds[1].max(x), bounds[2].min(y), bounds[3].max(y)];
        }
        let [west, east, south, north] = bounds;
        let wide = (WIDTH - 2.0 * MARGIN) / (east - west).max(1.0);
        let high = (HEIGHT - 2.0 * MARGIN) / (north - south).max(1.0);
        let (middle_x, middle_y) = (f64::midpoint(west, east), f64::midpoint(south, north));
        Some(Self { middle_x, middle_y, shrink, px_per_m: wide.min(high).min(2.0) })
    }

    fn at(&self, place: &Place) -> (f64, f64) {
        let (x, y) = metres(place, self.shrink);
        (
            WIDTH / 2.0 + (x - self.middle_x) * self.px_per_m,
            HEIGHT / 2.0 - (y - self.middle_y) * self.px_per_m,
        )
    }
}

fn metres(place: &Place, shrink: f64) -> (f64, f64) {
    (place.longitude_deg * METRES_PER_DEGREE * shrink, place.latitude_deg * METRES_PER_DEGREE)
}

/// The line through all places of a step; each reaches to the next place, so that steps touch.
fn path(places: &[Place], at: &[(f64, f64)], is_wanted: impl Fn(Option<usize>) -> bool) -> String {
    let mut d = String::new();
    let mut is_open = false;
    for (pair, ends) in places.windows(2).zip(at.windows(2)) {
        let ([from, to], [(x, y), (next_x, next_y)]) = (pair, ends) else { continue };
        if !is_wanted(from.step) || to.from_m - from.from_m > GAP_M {
            is_open = false;
            continue;
        }
        if !is_open {
            let _ = write!(d, "M{},{}", px(*x), px(*y));
            is_open = true;
        }
        let _ = write!(d, "L{},{}", px(*next_x), px(*next_y));
    }
    d
}

/// Every few kilometres or miles by their number, beside the line.
fn figures(svg: &mut String, route: &Route<'_>, at: &[(f64, f64)]) {
    let last = route.places.last().map_or(0.0, |place| place.from_m) / route.unit_m;
    let each = [1.0, 2.0, 3.0, 5.0, 10.0, 20.0].into_iter().find(|each| last / each <= 7.0).unwrap_or(50.0);
    let mut number = each;
    while number < last {
        let place = route.places.partition_point(|place| place.from_m < number * route.unit_m);
        if let Some((x, y)) = at.get(place) {
            // Away from the middle of the paper, where the line is least likely to be.
            let (dx, dy) = (x - WIDTH / 2.0, y - HEIGHT / 2.0);
            let length = dx.hypot(dy).max(1.0);
            let (x, y) = (x + dx / length * 18.0, y + dy / length * 18.0 + 4.0);
            let _ = write!(
                svg,
                "<text class=\"ax\" text-anchor=\"middle\" x=\"{}\" y=\"{}\">{number:.0}</text>",
                px(x),
                px(y)
            );
        }
        number += each;
    }
}

/// North, and a bar of true length.
fn frame(svg: &mut String, route: &Route<'_>, plane: &Plane) {
    let _ = write!(
        svg,
        "<path class=\"rt-n\" d=\"M536,40V16M530,23L536,15L542,23\"/><text class=\"ax\" text-anchor=\"middle\" x=\"536\" \
         y=\"56\">{}</text>",
        route.north
    );
    let lengths = [0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0];
    let fits = |length: &&f64| **length * route.unit_m * plane.px_per_m <= 110.0;
    if let Some(length) = lengths.iter().rev().find(fits) {
        let width = length * route.unit_m * plane.px_per_m;
        let (from, y) = (WIDTH - 16.0 - width, HEIGHT - 12.0);
        let _ = write!(
            svg,
            "<path class=\"rt-n\" d=\"M{from},{}V{y}H{to}V{}\"/><text class=\"ax\" text-anchor=\"middle\" x=\"{}\" y=\"{}\">\
             {length} {}</text>",
            y - 4.0,
            y - 4.0,
            px(from + width / 2.0),
            px(y - 8.0),
            route.unit,
            from = px(from),
            to = px(from + width)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(at: usize, step: usize) -> Place {
        let far = f64::from(u16::try_from(at).unwrap()) * 0.001;
        Place {
            latitude_deg: 50.0 + far,
            longitude_deg: 8.0,
            from_m: far * METRES_PER_DEGREE,
            step: Some(step),
        }
    }

    fn route(places: &[Place]) -> Option<Drawn> {
        let label = "a way <north>".to_owned();
        draw(&Route { places, label, unit_m: 1000.0, unit: "km", north: "N" })
    }

    #[test]
    fn north_is_up_and_heavy_parts_are_drawn_over_the_line() {
        let places: Vec<Place> = (0..20).map(|at| place(at, usize::from(at > 9) * 4)).collect();
        let drawn = route(&places).unwrap();
        assert!(drawn.at[0].1 > drawn.at[19].1);
        assert!((drawn.at[0].0 - drawn.at[19].0).abs() < 1e-9);
        assert_eq!(drawn.svg.matches("rt5").count(), 1);
        assert!(drawn.svg.contains("a way &lt;north&gt;"));
    }

    #[test]
    fn one_place_is_no_route() {
        assert!(route(&[place(0, 0)]).is_none());
    }
}
